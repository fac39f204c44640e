-- Run by the data owners, in their own project, where the dataset of their views is trips_for_mobility.
GRANT `roles/bigquery.dataViewer`
ON SCHEMA `trips_for_mobility`
TO 'serviceAccount:mobility-release@your-project.iam.gserviceaccount.com';
