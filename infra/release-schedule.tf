# Account A starts its own job, and may start nothing else.
resource "google_cloud_run_v2_job_iam_member" "starts_release" {
  name     = google_cloud_run_v2_job.release.name
  location = google_cloud_run_v2_job.release.location
  role     = "roles/run.invoker"
  member   = google_service_account.release_job.member
}

resource "google_cloud_scheduler_job" "release" {
  name             = "mobility-release"
  description      = "Makes and stages a release of the newest whole weeks."
  region           = var.location
  schedule         = var.release_schedule
  time_zone        = var.release_time_zone
  attempt_deadline = "180s"

  retry_config {
    retry_count = 1
  }

  http_target {
    http_method = "POST"
    uri         = "https://run.googleapis.com/v2/${google_cloud_run_v2_job.release.id}:run"

    oauth_token {
      service_account_email = google_service_account.release_job.email
    }
  }

  depends_on = [google_cloud_run_v2_job_iam_member.starts_release]
}
