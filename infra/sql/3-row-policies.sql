-- Never drop the last policy of a table: then everybody who may read the table sees all of its rows.
-- To change one, write CREATE OR REPLACE ROW ACCESS POLICY.
CREATE ROW ACCESS POLICY every_row
ON `mobility_protected.leaf_weekly`
GRANT TO (
  'serviceAccount:mobility-release@your-project.iam.gserviceaccount.com',
  'serviceAccount:mobility-bot@your-project.iam.gserviceaccount.com',
  'group:mobility-analysts@example.org',
  'group:mobility-data-owners@example.org'
)
FILTER USING (TRUE);

CREATE ROW ACCESS POLICY exact_rows
ON `mobility_protected.leaf_weekly`
GRANT TO ('group:mobility-officials@example.org')
FILTER USING (status = 'exact');

CREATE ROW ACCESS POLICY every_row
ON `mobility_protected.daily`
GRANT TO (
  'serviceAccount:mobility-release@your-project.iam.gserviceaccount.com',
  'serviceAccount:mobility-bot@your-project.iam.gserviceaccount.com',
  'group:mobility-analysts@example.org',
  'group:mobility-data-owners@example.org'
)
FILTER USING (TRUE);

CREATE ROW ACCESS POLICY exact_rows
ON `mobility_protected.daily`
GRANT TO ('group:mobility-officials@example.org')
FILTER USING (status = 'exact');
