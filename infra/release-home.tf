locals {
  # Volumes of the release job that each hold one secret.
  release_keys = {
    audit-key = "mobility-audit-key"
    draw-key  = "mobility-draw-key"
  }
}

# What the release job keeps from week to week: the book of revisions and the ledger. Account A alone is let in.
resource "google_storage_bucket" "release_home" {
  name                        = "${var.project}-mobility-release"
  location                    = var.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = false

  versioning {
    enabled = true
  }

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.used]
}

resource "google_storage_bucket_iam_member" "release_home" {
  bucket = google_storage_bucket.release_home.name
  role   = "roles/storage.objectUser"
  member = google_service_account.release_job.member
}
