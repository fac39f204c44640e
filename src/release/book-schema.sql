-- The book of a release: privileged. What its published figures stand for, which the next release of the same data set is judged against.
-- Areas, modes, weeks and days are positions: of the data set's areas by code, of `mode`, and counted from first_week's Monday.
CREATE TABLE book (release_id VARCHAR NOT NULL, first_week DATE NOT NULL, weeks INTEGER NOT NULL, base BIGINT NOT NULL);
CREATE TABLE mode (position INTEGER NOT NULL, code VARCHAR NOT NULL);
-- the raw flows that the published figures stand for; late changes that were frozen are not in them; largest, second: of devices, where they are known
CREATE TABLE flow (week INTEGER, origin INTEGER, destination INTEGER, mode INTEGER, trips DOUBLE, devices DOUBLE, largest DOUBLE, second DOUBLE);
-- raw flows that an exact figure published earlier stood for; version: of one release
CREATE TABLE past_flow (week INTEGER, origin INTEGER, destination INTEGER, mode INTEGER, trips DOUBLE, devices DOUBLE, largest DOUBLE, second DOUBLE, version INTEGER);
-- in weeks first_week to end_week - 1 a flow's trips were counted in another; -1: withheld
CREATE TABLE move (first_week INTEGER, end_week INTEGER, mode INTEGER, origin INTEGER, destination INTEGER, to_origin INTEGER, to_destination INTEGER);
-- trips and devices went into the figure; published is what readers see; sensitive: was drawn, as 0 too; drawn: by this or an earlier release, or after one that published nothing of it; padded: stands for none
CREATE TABLE leaf (week INTEGER, origin INTEGER, destination INTEGER, mode INTEGER, trips DOUBLE, devices DOUBLE, published DOUBLE, sensitive INTEGER, padded INTEGER, drawn INTEGER);
-- E, and whether an eligible flow has a week without trips
CREATE TABLE column_bound (destination INTEGER, mode INTEGER, bound DOUBLE, gap INTEGER);
-- how many leaves revisions have turned from or into a drawn or empty one
CREATE TABLE turned (week INTEGER, destination INTEGER, mode INTEGER, leaves DOUBLE);
CREATE TABLE day (day INTEGER, destination INTEGER, trips DOUBLE, sensitive INTEGER);
