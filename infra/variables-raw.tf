variable "raw_project" {
  description = "The ID of the project in which the data owners keep their views."
  type        = string
}

variable "raw_views_dataset" {
  description = "The owners' dataset of views that the release job reads."
  type        = string
}

variable "raw_tables_dataset" {
  description = "The owners' dataset of row-level tables behind those views. No account of this configuration is let into it."
  type        = string
}

variable "grant_on_raw_side" {
  description = "Whether this configuration grants on the owners' datasets. Where only the owners may, set it to false: they run sql/6-raw-side.sql."
  type        = bool
  default     = true
}

variable "tag_device_columns" {
  description = "Whether to make the policy tag that the owners put on their columns of device pseudonyms."
  type        = bool
  default     = true
}
