# The release job: account A, started each week, ends when the release is staged. Two people approve it before it answers.
resource "google_cloud_run_v2_job" "release" {
  name                = "mobility-release"
  location            = var.location
  deletion_protection = true

  template {
    template {
      service_account = google_service_account.release_job.email
      timeout         = "7200s"
      max_retries     = 0

      volumes {
        name = "home"

        gcs {
          bucket = google_storage_bucket.release_home.name
        }
      }

      dynamic "volumes" {
        for_each = local.release_keys

        content {
          name = volumes.key

          secret {
            secret = google_secret_manager_secret.program[volumes.value].secret_id

            items {
              version = "latest"
              path    = "key"
            }
          }
        }
      }

      containers {
        image = var.image
        args  = var.release_command

        resources {
          limits = { cpu = "4", memory = "8Gi" }
        }

        dynamic "env" {
          for_each = merge(var.release_settings, {
            GOOGLE_CLOUD_PROJECT    = var.project
            MOBILITY_AUDIT_KEY_FILE = "/secrets/audit-key/key"
            MOBILITY_HOME           = "/home/mobility"
            MOBILITY_KEY_FILE       = "/secrets/draw-key/key"
          })

          content {
            name  = env.key
            value = env.value
          }
        }

        env {
          name = "DATABASE_URL"

          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.program["mobility-database-url"].secret_id
              version = "latest"
            }
          }
        }

        dynamic "volume_mounts" {
          for_each = merge(
            { home = "/home/mobility" },
            { for volume, secret in local.release_keys : volume => "/secrets/${volume}" },
          )

          content {
            name       = volume_mounts.key
            mount_path = volume_mounts.value
          }
        }
      }
    }
  }

  depends_on = [google_secret_manager_secret_iam_member.reader, google_storage_bucket_iam_member.release_home]
}
