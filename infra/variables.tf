variable "project" {
  description = "The ID of the project that holds the protected data and runs the bot."
  type        = string
}

variable "location" {
  description = "Where data lie and programs run. Must be the location of the owners' views, since a query cannot cross locations."
  type        = string
  default     = "europe-west2"
}

variable "labels" {
  description = "Labels of everything that can have them, for the bill: such as { service = \"mobility\" }. No names of people."
  type        = map(string)
  default     = { service = "mobility" }
}

variable "protected_dataset" {
  description = "The dataset of the protected releases: all that the bot may read."
  type        = string
  default     = "mobility_protected"
}

variable "people_dataset" {
  description = "The dataset of the views that people may query."
  type        = string
  default     = "mobility_people"
}

variable "administrators" {
  description = "The group that owns the datasets of this configuration, as an address. Whoever applies it must be in it."
  type        = string
}

variable "officials" {
  description = "The group that reads the exact figures of the live release through views, as an address."
  type        = string
}

variable "analysts" {
  description = "The group that reads all kept protected releases, as an address."
  type        = string
}

variable "data_owners" {
  description = "The group that owns the raw data and sees all that is made of them and who read it, as an address."
  type        = string
}

variable "query_mebibytes_per_account" {
  description = "How much each account and each person may have BigQuery read a day, in MiB."
  type        = number
  default     = 1048576
}

variable "query_mebibytes" {
  description = "How much all of them together may have BigQuery read a day, in MiB."
  type        = number
  default     = 4194304
}

variable "forbid_keys" {
  description = "Whether this configuration forbids keys of service accounts in the project. Needs roles/orgpolicy.policyAdmin; set it to false where the organisation forbids them already."
  type        = bool
  default     = true
}

variable "audit_days" {
  description = "How many days the record of who read which data is kept."
  type        = number
  default     = 400
}
