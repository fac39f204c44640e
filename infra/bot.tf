# The bot: one service as account B, always up, since Slack waits three seconds for an answer.
resource "google_cloud_run_v2_service" "bot" {
  name     = "mobility-bot"
  location = var.location

  # Slack cannot show a Google identity. Each delivery carries Slack's signature, which the bot checks before it reads it.
  ingress              = "INGRESS_TRAFFIC_ALL"
  invoker_iam_disabled = true
  deletion_protection  = true

  template {
    service_account = google_service_account.bot.email
    timeout         = "60s"

    scaling {
      min_instance_count = 1
      max_instance_count = var.largest_bot_count
    }

    volumes {
      name = "audit-key"

      secret {
        secret = google_secret_manager_secret.program["mobility-audit-key"].secret_id

        items {
          version = "latest"
          path    = "audit.key"
        }
      }
    }

    containers {
      image = var.image
      args  = ["start"]

      ports {
        container_port = 3000
      }

      # Work goes on after the acknowledgement, so the processor stays on between requests.
      resources {
        cpu_idle = false
        limits   = { cpu = "1", memory = "2Gi" }
      }

      startup_probe {
        period_seconds    = 5
        failure_threshold = 24

        http_get {
          path = "/healthz"
        }
      }

      dynamic "env" {
        for_each = merge(var.bot_settings, {
          GOOGLE_CLOUD_PROJECT    = var.project
          MOBILITY_AUDIT_KEY_FILE = "/secrets/audit.key"
          MOBILITY_HOME           = "/tmp/mobility"
        })

        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = {
          SLACK_BOT_TOKEN      = "mobility-slack-bot-token"
          SLACK_SIGNING_SECRET = "mobility-slack-signing-secret"
          DATABASE_URL         = "mobility-database-url"
        }

        content {
          name = env.key

          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.program[env.value].secret_id
              version = "latest"
            }
          }
        }
      }

      volume_mounts {
        name       = "audit-key"
        mount_path = "/secrets"
      }
    }
  }

  depends_on = [google_secret_manager_secret_iam_member.reader]
}
