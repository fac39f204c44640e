# Account A makes releases: it reads the owners' views and writes the protected dataset.
resource "google_service_account" "release_job" {
  account_id   = "mobility-release"
  display_name = "Mobility release job"
  description  = "Reads the owners' views, writes the protected dataset. Has no key: it is attached to a Cloud Run job."
}

# Account B answers: it reads the protected dataset and nothing else.
resource "google_service_account" "bot" {
  account_id   = "mobility-bot"
  display_name = "Mobility bot"
  description  = "Reads the protected dataset alone. Has no key: it is attached to a Cloud Run service."
}

# The one role on the project: to run queries, which lets nobody read anything.
resource "google_project_iam_member" "runs_queries" {
  for_each = {
    release_job = google_service_account.release_job.member
    bot         = google_service_account.bot.member
    officials   = "group:${var.officials}"
    analysts    = "group:${var.analysts}"
    data_owners = "group:${var.data_owners}"
  }

  project = var.project
  role    = "roles/bigquery.jobUser"
  member  = each.value
}

# A key is a secret that leaves the project and never ends. Attached accounts need none.
resource "google_org_policy_policy" "no_account_keys" {
  for_each = var.forbid_keys ? toset([
    "iam.disableServiceAccountKeyCreation",
    "iam.disableServiceAccountKeyUpload",
  ]) : toset([])

  name   = "projects/${var.project}/policies/${each.key}"
  parent = "projects/${var.project}"

  spec {
    rules {
      enforce = "TRUE"
    }
  }

  depends_on = [google_project_service.used]
}
