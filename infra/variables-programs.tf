variable "image" {
  description = "The container image of the bot and of the release job, by its digest: REGISTRY/PATH@sha256:…"
  type        = string

  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "Name the image by its digest (…@sha256:…): a tag can come to mean another program."
  }
}

variable "bot_settings" {
  description = "Settings of the bot that are no secrets, by the name of their environment variable."
  type        = map(string)
  default     = {}
}

variable "release_settings" {
  description = "Settings of the release job that are no secrets, by the name of their environment variable."
  type        = map(string)
  default     = {}
}

variable "release_command" {
  description = "What the release job runs: arguments of the image's program."
  type        = list(string)
  default     = ["release"]
}

variable "release_schedule" {
  description = "When the release job runs, as a cron expression in the time zone of release_time_zone: after the owners' weekly load."
  type        = string
  default     = "0 5 * * 2"
}

variable "release_time_zone" {
  description = "The time zone of release_schedule."
  type        = string
  default     = "Europe/London"
}

variable "largest_bot_count" {
  description = "How many copies of the bot may run at once."
  type        = number
  default     = 2
}
