-- Who reads and writes which dataset. To run queries, both accounts and the groups also need roles/bigquery.jobUser on the project, which SQL cannot grant.
GRANT `roles/bigquery.dataEditor`
ON SCHEMA `mobility_protected`
TO 'serviceAccount:mobility-release@your-project.iam.gserviceaccount.com';

GRANT `roles/bigquery.dataViewer`
ON SCHEMA `mobility_protected`
TO
  'serviceAccount:mobility-bot@your-project.iam.gserviceaccount.com',
  'group:mobility-analysts@example.org',
  'group:mobility-data-owners@example.org';

GRANT `roles/bigquery.dataViewer`
ON SCHEMA `mobility_people`
TO
  'group:mobility-officials@example.org',
  'group:mobility-analysts@example.org',
  'group:mobility-data-owners@example.org';
