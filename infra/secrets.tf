locals {
  accounts = {
    bot         = google_service_account.bot.member
    release_job = google_service_account.release_job.member
  }

  # Each secret and who reads it. Values are added by hand, so that Terraform's state never holds one.
  secrets = {
    mobility-slack-bot-token      = ["bot"]
    mobility-slack-signing-secret = ["bot"]
    mobility-database-url         = ["bot", "release_job"]
    mobility-audit-key            = ["bot", "release_job"]
    mobility-draw-key             = ["release_job"]
  }

  secret_readers = merge([
    for secret, readers in local.secrets : {
      for reader in readers : "${secret}/${reader}" => { secret = secret, reader = reader }
    }
  ]...)
}

resource "google_secret_manager_secret" "program" {
  for_each = local.secrets

  secret_id           = each.key
  deletion_protection = true

  replication {
    user_managed {
      replicas {
        location = var.location
      }
    }
  }

  depends_on = [google_project_service.used]
}

resource "google_secret_manager_secret_iam_member" "reader" {
  for_each = local.secret_readers

  secret_id = google_secret_manager_secret.program[each.value.secret].id
  role      = "roles/secretmanager.secretAccessor"
  member    = local.accounts[each.value.reader]
}
