# A query beyond these limits is refused before it costs anything. They count from midnight, Pacific time, and bind on-demand prices alone.

# BigQuery has one such number for every account and person alike; what one query of the bot may read is limited by its own maximumBytesBilled.
resource "google_service_usage_consumer_quota_override" "each_account" {
  provider = google-beta

  project        = var.project
  service        = "bigquery.googleapis.com"
  metric         = urlencode("bigquery.googleapis.com/quota/query/usage")
  limit          = urlencode("/d/project/user")
  override_value = tostring(var.query_mebibytes_per_account)
  force          = true

  depends_on = [google_project_service.used]
}

resource "google_service_usage_consumer_quota_override" "all_accounts" {
  provider = google-beta

  project        = var.project
  service        = "bigquery.googleapis.com"
  metric         = urlencode("bigquery.googleapis.com/quota/query/usage")
  limit          = urlencode("/d/project")
  override_value = tostring(var.query_mebibytes)
  force          = true

  depends_on = [google_project_service.used]
}
