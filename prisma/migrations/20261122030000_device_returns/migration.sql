-- How a device leaves, as the command that disposes of it asks.
CREATE TYPE "device_disposal" AS ENUM ('SOLD', 'DONATED', 'DESTROYED');

-- What was noted at the end stands beside what was noted at the beginning, and overwrites nothing.
ALTER TABLE "device_assignment" ADD COLUMN "end_note" VARCHAR(500);

-- Only what was handed out has a holder; what is with a repairer may keep one.
ALTER TABLE device
  ADD CONSTRAINT device_free CHECK (
    status IN ('AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN', 'RETURN_DUE', 'IN_REPAIR') OR holder_id IS NULL
  ),
  ADD CONSTRAINT device_wipe_whole CHECK (num_nulls(wiped_at, wipe_proof) IN (0, 2)),
  ADD CONSTRAINT device_disposed_wiped CHECK (status NOT IN ('SOLD', 'DONATED', 'DESTROYED') OR wipe_proof IS NOT NULL),
  ADD CONSTRAINT device_repair CHECK ((status = 'IN_REPAIR') = (previous_status IS NOT NULL));
ALTER TABLE device_assignment ADD CONSTRAINT device_assignment_loan CHECK (kind <> 'LOAN' OR due_on IS NOT NULL);
