# All that the bot may read. Who may read it is this list and no more: what is granted by hand is taken back by the next apply.
resource "google_bigquery_dataset" "protected" {
  dataset_id                 = var.protected_dataset
  friendly_name              = "Mobility: protected releases"
  description                = "Protected releases of trips, a release a partition, and which of them is live. Nothing here is truer than what was published."
  location                   = var.location
  max_time_travel_hours      = 168
  delete_contents_on_destroy = false

  access {
    role           = "OWNER"
    group_by_email = var.administrators
  }

  # WRITER and READER are what roles/bigquery.dataEditor and roles/bigquery.dataViewer of one dataset are called here.
  access {
    role          = "WRITER"
    user_by_email = google_service_account.release_job.email
  }

  access {
    role          = "READER"
    user_by_email = google_service_account.bot.email
  }

  access {
    role           = "READER"
    group_by_email = var.analysts
  }

  access {
    role           = "READER"
    group_by_email = var.data_owners
  }

  # The people's views read these tables for whoever may query the views.
  access {
    dataset {
      target_types = ["VIEWS"]

      dataset {
        project_id = var.project
        dataset_id = google_bigquery_dataset.people.dataset_id
      }
    }
  }

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.used]
}
