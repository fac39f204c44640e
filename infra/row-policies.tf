locals {
  # Tables whose rows say whether they are exact or drawn.
  tables_by_status = toset(["leaf_weekly", "daily"])

  reads_every_row = [
    google_service_account.release_job.member,
    google_service_account.bot.member,
    "group:${var.analysts}",
    "group:${var.data_owners}",
  ]
}

# Never drop the last policy of a table: then everybody who may read the table sees all of its rows. Hence prevent_destroy.
resource "google_bigquery_row_access_policy" "every_row" {
  for_each = local.tables_by_status

  dataset_id       = google_bigquery_dataset.protected.dataset_id
  table_id         = google_bigquery_table.protected[each.key].table_id
  policy_id        = "every_row"
  filter_predicate = "TRUE"
  grantees         = local.reads_every_row

  lifecycle {
    prevent_destroy = true
  }
}

# Officials come through the views of the people's dataset; BigQuery holds them to this policy there too.
resource "google_bigquery_row_access_policy" "exact_rows" {
  for_each = local.tables_by_status

  dataset_id       = google_bigquery_dataset.protected.dataset_id
  table_id         = google_bigquery_table.protected[each.key].table_id
  policy_id        = "exact_rows"
  filter_predicate = "status = 'exact'"
  grantees         = ["group:${var.officials}"]

  lifecycle {
    prevent_destroy = true
  }
}
