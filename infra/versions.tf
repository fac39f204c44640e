# What this configuration is written for. The checks in test/infra compare every block with the schema of this version of the provider.
terraform {
  required_version = ">= 1.5.0"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
    google-beta = {
      source  = "hashicorp/google-beta"
      version = "~> 6.50"
    }
  }
}

provider "google" {
  project        = var.project
  region         = var.location
  default_labels = var.labels
}

# For quotas alone, which the other provider does not know.
provider "google-beta" {
  project               = var.project
  region                = var.location
  billing_project       = var.project
  user_project_override = true
}
