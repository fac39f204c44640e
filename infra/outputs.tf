output "bot_url" {
  description = "Where Slack posts to: enter it, with /slack/events behind it, as the app's request URL."
  value       = google_cloud_run_v2_service.bot.uri
}

output "release_account" {
  description = "Account A, for owners who grant their views themselves."
  value       = google_service_account.release_job.email
}

output "bot_account" {
  description = "Account B: it may read the protected dataset alone."
  value       = google_service_account.bot.email
}

output "device_tag" {
  description = "The policy tag for the owners' columns of device pseudonyms, as a schema names it; null where none is made."
  value       = one(google_data_catalog_policy_tag.device[*].name)
}
