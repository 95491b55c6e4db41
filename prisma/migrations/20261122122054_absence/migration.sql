-- CreateEnum
CREATE TYPE "holiday_kind" AS ENUM ('PUBLIC', 'CLOSED', 'WORKING');

-- CreateEnum
CREATE TYPE "absence_unit" AS ENUM ('DAYS', 'HOURS');

-- CreateEnum
CREATE TYPE "absence_status" AS ENUM ('REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED');

-- AlterEnum
ALTER TYPE "sensitive_class" ADD VALUE 'HEALTH';

-- CreateTable
CREATE TABLE "work_calendar" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "region" VARCHAR(6),
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "monday_hours" DECIMAL(4,2) NOT NULL DEFAULT 8,
    "tuesday_hours" DECIMAL(4,2) NOT NULL DEFAULT 8,
    "wednesday_hours" DECIMAL(4,2) NOT NULL DEFAULT 8,
    "thursday_hours" DECIMAL(4,2) NOT NULL DEFAULT 8,
    "friday_hours" DECIMAL(4,2) NOT NULL DEFAULT 8,
    "saturday_hours" DECIMAL(4,2) NOT NULL DEFAULT 0,
    "sunday_hours" DECIMAL(4,2) NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "falls_on" DATE NOT NULL,
    "kind" "holiday_kind" NOT NULL DEFAULT 'PUBLIC',
    "name" VARCHAR(200) NOT NULL,
    "instead_of_on" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_pattern" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "monday_hours" DECIMAL(4,2) NOT NULL,
    "tuesday_hours" DECIMAL(4,2) NOT NULL,
    "wednesday_hours" DECIMAL(4,2) NOT NULL,
    "thursday_hours" DECIMAL(4,2) NOT NULL,
    "friday_hours" DECIMAL(4,2) NOT NULL,
    "saturday_hours" DECIMAL(4,2) NOT NULL,
    "sunday_hours" DECIMAL(4,2) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence_kind" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "paid" BOOLEAN NOT NULL DEFAULT true,
    "unit" "absence_unit" NOT NULL DEFAULT 'DAYS',
    "needs_approval" BOOLEAN NOT NULL DEFAULT true,
    "is_health" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "kind_id" UUID NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE NOT NULL,
    "hours" DECIMAL(4,2),
    "status" "absence_status" NOT NULL DEFAULT 'REQUESTED',
    "paid" BOOLEAN NOT NULL,
    "working_days" DECIMAL(8,4) NOT NULL,
    "working_hours" DECIMAL(8,2) NOT NULL,
    "note" VARCHAR(500),
    "health_note" VARCHAR(500) NOT NULL DEFAULT '',
    "requested_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "work_calendar_company_id_code_key" ON "work_calendar"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "work_calendar_company_id_id_key" ON "work_calendar"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_calendar_id_falls_on_key" ON "holiday"("calendar_id", "falls_on");

-- CreateIndex
CREATE INDEX "work_pattern_employee_id_start_on_idx" ON "work_pattern"("employee_id", "start_on");

-- CreateIndex
CREATE INDEX "work_pattern_calendar_id_idx" ON "work_pattern"("calendar_id");

-- CreateIndex
CREATE UNIQUE INDEX "absence_kind_company_id_code_key" ON "absence_kind"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "absence_kind_company_id_id_key" ON "absence_kind"("company_id", "id");

-- CreateIndex
CREATE INDEX "absence_employee_id_start_on_idx" ON "absence"("employee_id", "start_on");

-- CreateIndex
CREATE INDEX "absence_kind_id_idx" ON "absence"("kind_id");

-- AddForeignKey
ALTER TABLE "work_calendar" ADD CONSTRAINT "work_calendar_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_company_id_calendar_id_fkey" FOREIGN KEY ("company_id", "calendar_id") REFERENCES "work_calendar"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_pattern" ADD CONSTRAINT "work_pattern_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_pattern" ADD CONSTRAINT "work_pattern_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_pattern" ADD CONSTRAINT "work_pattern_company_id_calendar_id_fkey" FOREIGN KEY ("company_id", "calendar_id") REFERENCES "work_calendar"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_kind" ADD CONSTRAINT "absence_kind_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_company_id_kind_id_fkey" FOREIGN KEY ("company_id", "kind_id") REFERENCES "absence_kind"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE work_calendar
  ADD CONSTRAINT work_calendar_code_present CHECK (code ~ '\S' AND name ~ '\S'),
  ADD CONSTRAINT work_calendar_hours CHECK (
    0 <= ALL (ARRAY[monday_hours, tuesday_hours, wednesday_hours, thursday_hours, friday_hours, saturday_hours, sunday_hours])
    AND 24 >= ALL (ARRAY[monday_hours, tuesday_hours, wednesday_hours, thursday_hours, friday_hours, saturday_hours, sunday_hours])
  );
-- One calendar of a company decides for whoever has no hours of their own.
CREATE UNIQUE INDEX work_calendar_default_once ON work_calendar (company_id) WHERE is_default AND active;

ALTER TABLE holiday
  ADD CONSTRAINT holiday_name_present CHECK (name ~ '\S'),
  ADD CONSTRAINT holiday_worked_instead CHECK ((kind = 'WORKING') = (instead_of_on IS NOT NULL));

ALTER TABLE work_pattern
  ADD CONSTRAINT work_pattern_dates CHECK (end_on IS NULL OR end_on >= start_on),
  ADD CONSTRAINT work_pattern_hours CHECK (
    0 <= ALL (ARRAY[monday_hours, tuesday_hours, wednesday_hours, thursday_hours, friday_hours, saturday_hours, sunday_hours])
    AND 24 >= ALL (ARRAY[monday_hours, tuesday_hours, wednesday_hours, thursday_hours, friday_hours, saturday_hours, sunday_hours])
  ),
  ADD CONSTRAINT work_pattern_no_overlap EXCLUDE USING gist (employee_id WITH =, daterange(start_on, end_on, '[]') WITH &&);

ALTER TABLE absence_kind
  ADD CONSTRAINT absence_kind_code_present CHECK (code ~ '\S' AND name ~ '\S'),
  -- Nobody asks for leave to be ill.
  ADD CONSTRAINT absence_kind_health_reported CHECK (NOT (is_health AND needs_approval));

ALTER TABLE absence
  ADD CONSTRAINT absence_dates CHECK (end_on >= start_on),
  ADD CONSTRAINT absence_part_day CHECK (hours IS NULL OR (hours > 0 AND hours <= 24 AND start_on = end_on)),
  ADD CONSTRAINT absence_counted CHECK (working_days >= 0 AND working_hours >= 0),
  ADD CONSTRAINT absence_decided CHECK (status NOT IN ('REJECTED', 'CANCELLED') OR decided_at IS NOT NULL),
  -- Nobody is away twice on one day.
  ADD CONSTRAINT absence_no_overlap EXCLUDE USING gist (employee_id WITH =, daterange(start_on, end_on, '[]') WITH &&)
    WHERE (status IN ('REQUESTED', 'APPROVED'));

-- What is out of use is chosen for nothing new, and what is in use is not taken out of use under those who use it.
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON work_calendar FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON absence_kind FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER calendar_in_use AFTER INSERT OR UPDATE OF calendar_id ON work_pattern
  FOR EACH ROW EXECUTE FUNCTION check_in_use('calendar_id', 'work_calendar');
CREATE CONSTRAINT TRIGGER kind_in_use AFTER INSERT ON absence FOR EACH ROW EXECUTE FUNCTION check_in_use('kind_id', 'absence_kind');
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON work_calendar FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held(
    'work_pattern', 'calendar_id',
    'end_on IS NULL OR end_on >= (SELECT (now() AT TIME ZONE c.time_zone)::date FROM company AS c WHERE c.id = company_id)'
  );
