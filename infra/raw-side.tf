# The owners' side. Their datasets are only referred to: this configuration neither makes nor changes a table or view of theirs.

# Account A reads the owners' views ...
resource "google_bigquery_dataset_access" "release_job_reads_views" {
  count = var.grant_on_raw_side ? 1 : 0

  project       = var.raw_project
  dataset_id    = var.raw_views_dataset
  role          = "READER"
  user_by_email = google_service_account.release_job.email
}

# ... and the views read the row-level tables, so that it needs no right on those.
resource "google_bigquery_dataset_access" "views_read_tables" {
  count = var.grant_on_raw_side ? 1 : 0

  project    = var.raw_project
  dataset_id = var.raw_tables_dataset

  dataset {
    target_types = ["VIEWS"]

    dataset {
      project_id = var.raw_project
      dataset_id = var.raw_views_dataset
    }
  }
}

# A second lock on device pseudonyms: a column with this tag is read by account A alone, whatever else is granted on its table.
resource "google_data_catalog_taxonomy" "raw" {
  count = var.tag_device_columns ? 1 : 0

  project                = var.project
  region                 = var.location
  display_name           = "Mobility: raw trips"
  description            = "Tags for the owners' columns that are about one device."
  activated_policy_types = ["FINE_GRAINED_ACCESS_CONTROL"]

  depends_on = [google_project_service.used]
}

resource "google_data_catalog_policy_tag" "device" {
  count = var.tag_device_columns ? 1 : 0

  taxonomy     = google_data_catalog_taxonomy.raw[0].id
  display_name = "Device pseudonym"
  description  = "Tells devices apart. Read by the release job to count distinct devices."
}

resource "google_data_catalog_policy_tag_iam_member" "release_job_counts_devices" {
  count = var.tag_device_columns ? 1 : 0

  policy_tag = google_data_catalog_policy_tag.device[0].name
  role       = "roles/datacatalog.categoryFineGrainedReader"
  member     = google_service_account.release_job.member
}
