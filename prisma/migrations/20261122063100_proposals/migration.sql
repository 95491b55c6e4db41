-- AlterEnum
ALTER TYPE "employment_status" ADD VALUE 'CANCELLED';

-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "cancelled_on" DATE;

-- CreateTable
CREATE TABLE "assignment_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "status" "change_status" NOT NULL DEFAULT 'PROPOSED',
    "position_id" UUID,
    "department_id" UUID,
    "manager_id" UUID,
    "fte" DECIMAL(4,3),
    "start_on" DATE NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "note" VARCHAR(500),
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_change_employee_id_idx" ON "assignment_change"("employee_id");

-- CreateIndex
CREATE INDEX "assignment_change_manager_id_idx" ON "assignment_change"("manager_id");

-- CreateIndex
CREATE INDEX "assignment_change_position_id_idx" ON "assignment_change"("position_id");

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_company_id_position_id_fkey" FOREIGN KEY ("company_id", "position_id") REFERENCES "position"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_company_id_department_id_fkey" FOREIGN KEY ("company_id", "department_id") REFERENCES "department"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Somebody other than the proposer decides, on one proposal for one employment at a time, and it proposes something.
ALTER TABLE assignment_change
  ADD CONSTRAINT assignment_change_something CHECK (num_nonnulls(position_id, department_id, manager_id, fte) > 0),
  ADD CONSTRAINT assignment_change_fte CHECK (fte > 0 AND fte <= 1.5),
  ADD CONSTRAINT assignment_change_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL)),
  ADD CONSTRAINT assignment_change_two_people CHECK (
    status NOT IN ('APPROVED', 'REJECTED') OR decided_by_id IS DISTINCT FROM proposed_by_id
  );
CREATE UNIQUE INDEX assignment_change_open_once ON assignment_change (employee_id) WHERE status = 'PROPOSED';

-- A hire is cancelled before its first day, and never after. The value is compared as a text, since a value that is new in
-- this transaction cannot be used in it.
ALTER TABLE employee
  ADD CONSTRAINT employee_cancelled CHECK ((status::text = 'CANCELLED') = (cancelled_on IS NOT NULL)),
  ADD CONSTRAINT employee_cancelled_before CHECK (cancelled_on < start_on),
  ADD CONSTRAINT employee_cancelled_reason CHECK (cancelled_on IS NULL OR end_reason IS NOT NULL);
