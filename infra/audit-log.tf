# Who read which table, by which query: BigQuery always writes it. Here it is kept longer, and apart from other logs.
resource "google_logging_project_bucket_config" "data_access" {
  project        = var.project
  location       = var.location
  bucket_id      = "mobility-data-access"
  description    = "Who read Mobility's data, and what became of its accounts and rights."
  retention_days = var.audit_days

  depends_on = [google_project_service.used]
}

resource "google_logging_project_sink" "data_access" {
  project                = var.project
  name                   = "mobility-data-access"
  description            = "Reads of BigQuery, changes of rights, and use of secrets."
  destination            = "logging.googleapis.com/${google_logging_project_bucket_config.data_access.id}"
  unique_writer_identity = true

  filter = <<-FILTER
    logName:"cloudaudit.googleapis.com"
    protoPayload.serviceName=("bigquery.googleapis.com" OR "iam.googleapis.com" OR "secretmanager.googleapis.com" OR "orgpolicy.googleapis.com")
  FILTER
}

# Reads of secrets are written only where that is asked for.
resource "google_project_iam_audit_config" "secret_reads" {
  project = var.project
  service = "secretmanager.googleapis.com"

  audit_log_config {
    log_type = "DATA_READ"
  }
}

resource "google_logging_log_view" "data_access" {
  name        = "who-read-what"
  description = "What the data owners may read of it: BigQuery alone."
  bucket      = google_logging_project_bucket_config.data_access.id
  filter      = "LOG_ID(\"cloudaudit.googleapis.com/data_access\")"
}

resource "google_logging_log_view_iam_member" "data_owners" {
  parent   = google_logging_log_view.data_access.parent
  location = google_logging_log_view.data_access.location
  bucket   = google_logging_log_view.data_access.bucket
  name     = google_logging_log_view.data_access.name
  role     = "roles/logging.viewAccessor"
  member   = "group:${var.data_owners}"
}
