locals {
  people_views = toset(["live_release", "live_area", "live_leaf_weekly", "live_daily"])
}

# What people may query: views of the live release.
resource "google_bigquery_dataset" "people" {
  dataset_id                 = var.people_dataset
  friendly_name              = "Mobility: views of the live release"
  description                = "Views of the live protected release. They hold no rows of their own."
  location                   = var.location
  delete_contents_on_destroy = false

  access {
    role           = "OWNER"
    group_by_email = var.administrators
  }

  dynamic "access" {
    for_each = toset([var.officials, var.analysts, var.data_owners])

    content {
      role           = "READER"
      group_by_email = access.value
    }
  }

  depends_on = [google_project_service.used]
}

resource "google_bigquery_table" "people_view" {
  for_each = local.people_views

  dataset_id          = google_bigquery_dataset.people.dataset_id
  table_id            = each.key
  deletion_protection = false

  view {
    use_legacy_sql = false
    query = templatefile("${path.module}/views/${each.key}.sql", {
      protected = "${var.project}.${google_bigquery_dataset.protected.dataset_id}"
    })
  }

  depends_on = [google_bigquery_table.protected, google_bigquery_table.data_status]
}
