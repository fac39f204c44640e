locals {
  # Each protected table by the columns that it is clustered by. Its own columns are in schemas/, release_number first.
  protected_tables = {
    release      = []
    area         = []
    area_alias   = []
    area_closure = []
    mode         = []
    event        = []
    calendar     = []
    leaf_weekly  = ["week", "destination"]
    daily        = ["date", "destination"]
    error_bound  = []
    report       = []
  }
}

# A release is one partition of every table, loaded once and never changed.
resource "google_bigquery_table" "protected" {
  for_each = local.protected_tables

  dataset_id               = google_bigquery_dataset.protected.dataset_id
  table_id                 = each.key
  schema                   = file("${path.module}/schemas/${each.key}.json")
  clustering               = length(each.value) > 0 ? each.value : null
  require_partition_filter = true
  deletion_protection      = true

  range_partitioning {
    field = "release_number"

    range {
      start    = 0
      end      = 10000
      interval = 1
    }
  }
}

# The newest row says which release is live. Its rows are few, so it has no partitions.
resource "google_bigquery_table" "data_status" {
  dataset_id          = google_bigquery_dataset.protected.dataset_id
  table_id            = "data_status"
  schema              = file("${path.module}/schemas/data_status.json")
  deletion_protection = true
}
