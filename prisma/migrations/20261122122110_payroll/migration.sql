-- CreateEnum
CREATE TYPE "pay_frequency" AS ENUM ('WEEKLY', 'FORTNIGHTLY', 'FOUR_WEEKLY', 'MONTHLY');

-- CreateEnum
CREATE TYPE "proration_basis" AS ENUM ('CALENDAR_DAYS', 'WORKING_DAYS');

-- CreateEnum
CREATE TYPE "pay_component_kind" AS ENUM ('EARNING', 'DEDUCTION', 'EMPLOYER', 'INFORMATION', 'STEP');

-- CreateEnum
CREATE TYPE "pay_run_kind" AS ENUM ('REGULAR', 'BONUS', 'CORRECTION', 'FINAL');

-- CreateEnum
CREATE TYPE "pay_run_status" AS ENUM ('DRAFT', 'CALCULATED', 'REVIEWED', 'APPROVED', 'FINALIZED', 'PAID', 'CANCELLED');

-- CreateEnum
CREATE TYPE "pay_problem_severity" AS ENUM ('ERROR', 'NOTICE', 'DEVIATION');

-- AlterEnum
ALTER TYPE "sensitive_class" ADD VALUE 'PAYSLIP';

-- CreateTable
CREATE TABLE "pay_schedule" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "pack" VARCHAR(20) NOT NULL,
    "frequency" "pay_frequency" NOT NULL DEFAULT 'MONTHLY',
    "pay_day" SMALLINT NOT NULL DEFAULT 31,
    "anchor_on" DATE,
    "inputs_days_before" SMALLINT NOT NULL DEFAULT 8,
    "approval_days_before" SMALLINT NOT NULL DEFAULT 3,
    "deviation_percent" DECIMAL(6,2) NOT NULL DEFAULT 10,
    "proration_basis" "proration_basis" NOT NULL DEFAULT 'CALENDAR_DAYS',
    "journal_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payroll_period" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "name" VARCHAR(20) NOT NULL,
    "tax_year" VARCHAR(20) NOT NULL,
    "number" SMALLINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "pay_on" DATE NOT NULL,
    "inputs_due_on" DATE NOT NULL,
    "approval_due_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payroll_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_fact" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "value" VARCHAR(100) NOT NULL,
    "starts_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_opening_balance" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "tax_year" VARCHAR(20) NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_opening_balance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_component" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "pack" VARCHAR(20) NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "kind" "pay_component_kind" NOT NULL,
    "given" BOOLEAN NOT NULL DEFAULT false,
    "may_subtract" BOOLEAN NOT NULL DEFAULT false,
    "raises" VARCHAR(200),
    "lowers" VARCHAR(200),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_component_version" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "rule" VARCHAR(2000),
    "rounding_mode" VARCHAR(20),
    "rounding_unit" DECIMAL(12,6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_component_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_account" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "debit_account_id" UUID,
    "credit_account_id" UUID,
    "by_cost_centre" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_item" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "payslip_id" UUID,
    "code" VARCHAR(60) NOT NULL,
    "run_kind" "pay_run_kind" NOT NULL DEFAULT 'REGULAR',
    "amount" DECIMAL(20,4),
    "quantity" DECIMAL(12,4),
    "unit_pay" DECIMAL(20,4),
    "note" VARCHAR(500),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_run" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "kind" "pay_run_kind" NOT NULL DEFAULT 'REGULAR',
    "sequence" SMALLINT NOT NULL,
    "status" "pay_run_status" NOT NULL DEFAULT 'DRAFT',
    "pay_on" DATE NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "employee_count" INTEGER NOT NULL DEFAULT 0,
    "error_count" INTEGER NOT NULL DEFAULT 0,
    "deviation_count" INTEGER NOT NULL DEFAULT 0,
    "gross" DECIMAL(20,4),
    "net" DECIMAL(20,4),
    "employer_cost" DECIMAL(20,4),
    "posted_gross" DECIMAL(20,4),
    "posted_net" DECIMAL(20,4),
    "posted_cost" DECIMAL(20,4),
    "digest" VARCHAR(64),
    "prepared_by_id" UUID,
    "calculated_at" TIMESTAMPTZ(3),
    "review_note" VARCHAR(500),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "finalized_by_id" UUID,
    "finalized_at" TIMESTAMPTZ(3),
    "paid_on" DATE,
    "entry_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_calculation" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "gross" DECIMAL(20,4) NOT NULL,
    "net" DECIMAL(20,4) NOT NULL,
    "employer_cost" DECIMAL(20,4) NOT NULL,
    "net_before" DECIMAL(20,4),

    CONSTRAINT "pay_calculation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_calculation_detail" (
    "calculation_id" UUID NOT NULL,
    "rule_book_id" UUID NOT NULL,
    "event" JSONB NOT NULL,
    "prorations" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "year_to_date" JSONB NOT NULL,
    "origins" JSONB NOT NULL,

    CONSTRAINT "pay_calculation_detail_pkey" PRIMARY KEY ("calculation_id")
);

-- CreateTable
CREATE TABLE "pay_rule_book" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "pack" VARCHAR(20) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "layer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_rule_book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_problem" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "employee_id" UUID,
    "severity" "pay_problem_severity" NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "message" VARCHAR(1000) NOT NULL,
    "path" VARCHAR(200) NOT NULL,

    CONSTRAINT "pay_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "kind" "pay_run_kind" NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "pay_on" DATE NOT NULL,
    "tax_year" VARCHAR(20) NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "gross" DECIMAL(20,4) NOT NULL,
    "net" DECIMAL(20,4) NOT NULL,
    "employer_cost" DECIMAL(20,4) NOT NULL,
    "rule_version" VARCHAR(100) NOT NULL,
    "input_digest" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payslip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip_line" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "payslip_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "line_no" SMALLINT NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "kind" "pay_component_kind" NOT NULL,
    "label" VARCHAR(100) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "rule_from" DATE NOT NULL,

    CONSTRAINT "payslip_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip_sum" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "payslip_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "payslip_sum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip_origin" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "payslip_id" UUID NOT NULL,
    "origin_payslip_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "paid" DECIMAL(20,4) NOT NULL,
    "corrected" DECIMAL(20,4) NOT NULL,
    "difference" DECIMAL(20,4) NOT NULL,
    "paid_from" VARCHAR(64) NOT NULL,
    "corrected_from" VARCHAR(64) NOT NULL,

    CONSTRAINT "payslip_origin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip_detail" (
    "payslip_id" UUID NOT NULL,
    "rule_book_id" UUID NOT NULL,
    "event" JSONB NOT NULL,
    "prorations" JSONB NOT NULL,

    CONSTRAINT "payslip_detail_pkey" PRIMARY KEY ("payslip_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pay_schedule_company_id_code_key" ON "pay_schedule"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "pay_schedule_company_id_id_key" ON "pay_schedule"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payroll_period_schedule_id_starts_on_key" ON "payroll_period"("schedule_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "payroll_period_company_id_id_key" ON "payroll_period"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pay_fact_employee_id_name_starts_on_key" ON "pay_fact"("employee_id", "name", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "pay_opening_balance_employee_id_tax_year_code_key" ON "pay_opening_balance"("employee_id", "tax_year", "code");

-- CreateIndex
CREATE UNIQUE INDEX "pay_component_company_id_pack_code_key" ON "pay_component"("company_id", "pack", "code");

-- CreateIndex
CREATE UNIQUE INDEX "pay_component_company_id_id_key" ON "pay_component"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pay_component_version_component_id_starts_on_key" ON "pay_component_version"("component_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "pay_account_company_id_code_key" ON "pay_account"("company_id", "code");

-- CreateIndex
CREATE INDEX "pay_item_period_id_employee_id_idx" ON "pay_item"("period_id", "employee_id");

-- CreateIndex
CREATE INDEX "pay_item_employee_id_idx" ON "pay_item"("employee_id");

-- CreateIndex
CREATE INDEX "pay_run_entry_id_idx" ON "pay_run"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "pay_run_schedule_id_period_id_kind_sequence_key" ON "pay_run"("schedule_id", "period_id", "kind", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "pay_run_company_id_id_key" ON "pay_run"("company_id", "id");

-- CreateIndex
CREATE INDEX "pay_calculation_employee_id_idx" ON "pay_calculation"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "pay_rule_book_company_id_pack_digest_key" ON "pay_rule_book"("company_id", "pack", "digest");

-- CreateIndex
CREATE INDEX "pay_problem_run_id_idx" ON "pay_problem"("run_id");

-- CreateIndex
CREATE INDEX "pay_problem_employee_id_idx" ON "pay_problem"("employee_id");

-- CreateIndex
CREATE INDEX "payslip_run_id_idx" ON "payslip"("run_id");

-- CreateIndex
CREATE INDEX "payslip_employee_id_tax_year_idx" ON "payslip"("employee_id", "tax_year");

-- CreateIndex
CREATE INDEX "payslip_period_id_idx" ON "payslip"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "payslip_employee_id_period_id_kind_sequence_key" ON "payslip"("employee_id", "period_id", "kind", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "payslip_company_id_id_key" ON "payslip"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payslip_line_payslip_id_line_no_key" ON "payslip_line"("payslip_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "payslip_sum_payslip_id_code_key" ON "payslip_sum"("payslip_id", "code");

-- CreateIndex
CREATE INDEX "payslip_origin_origin_payslip_id_idx" ON "payslip_origin"("origin_payslip_id");

-- CreateIndex
CREATE UNIQUE INDEX "payslip_origin_payslip_id_origin_payslip_id_code_key" ON "payslip_origin"("payslip_id", "origin_payslip_id", "code");

-- AddForeignKey
ALTER TABLE "pay_schedule" ADD CONSTRAINT "pay_schedule_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_schedule" ADD CONSTRAINT "pay_schedule_company_id_journal_id_fkey" FOREIGN KEY ("company_id", "journal_id") REFERENCES "journal"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payroll_period" ADD CONSTRAINT "payroll_period_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payroll_period" ADD CONSTRAINT "payroll_period_company_id_schedule_id_fkey" FOREIGN KEY ("company_id", "schedule_id") REFERENCES "pay_schedule"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_fact" ADD CONSTRAINT "pay_fact_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_fact" ADD CONSTRAINT "pay_fact_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_opening_balance" ADD CONSTRAINT "pay_opening_balance_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_opening_balance" ADD CONSTRAINT "pay_opening_balance_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_component" ADD CONSTRAINT "pay_component_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_component_version" ADD CONSTRAINT "pay_component_version_company_id_component_id_fkey" FOREIGN KEY ("company_id", "component_id") REFERENCES "pay_component"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_account" ADD CONSTRAINT "pay_account_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_account" ADD CONSTRAINT "pay_account_company_id_debit_account_id_fkey" FOREIGN KEY ("company_id", "debit_account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_account" ADD CONSTRAINT "pay_account_company_id_credit_account_id_fkey" FOREIGN KEY ("company_id", "credit_account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_item" ADD CONSTRAINT "pay_item_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_item" ADD CONSTRAINT "pay_item_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_item" ADD CONSTRAINT "pay_item_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "payroll_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_item" ADD CONSTRAINT "pay_item_company_id_payslip_id_fkey" FOREIGN KEY ("company_id", "payslip_id") REFERENCES "payslip"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_company_id_schedule_id_fkey" FOREIGN KEY ("company_id", "schedule_id") REFERENCES "pay_schedule"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "payroll_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_finalized_by_id_fkey" FOREIGN KEY ("finalized_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_calculation" ADD CONSTRAINT "pay_calculation_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_calculation" ADD CONSTRAINT "pay_calculation_company_id_run_id_fkey" FOREIGN KEY ("company_id", "run_id") REFERENCES "pay_run"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_calculation" ADD CONSTRAINT "pay_calculation_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_calculation_detail" ADD CONSTRAINT "pay_calculation_detail_calculation_id_fkey" FOREIGN KEY ("calculation_id") REFERENCES "pay_calculation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_calculation_detail" ADD CONSTRAINT "pay_calculation_detail_rule_book_id_fkey" FOREIGN KEY ("rule_book_id") REFERENCES "pay_rule_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_rule_book" ADD CONSTRAINT "pay_rule_book_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_problem" ADD CONSTRAINT "pay_problem_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_problem" ADD CONSTRAINT "pay_problem_company_id_run_id_fkey" FOREIGN KEY ("company_id", "run_id") REFERENCES "pay_run"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_problem" ADD CONSTRAINT "pay_problem_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip" ADD CONSTRAINT "payslip_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip" ADD CONSTRAINT "payslip_company_id_run_id_fkey" FOREIGN KEY ("company_id", "run_id") REFERENCES "pay_run"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip" ADD CONSTRAINT "payslip_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "payroll_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip" ADD CONSTRAINT "payslip_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_line" ADD CONSTRAINT "payslip_line_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_line" ADD CONSTRAINT "payslip_line_company_id_payslip_id_fkey" FOREIGN KEY ("company_id", "payslip_id") REFERENCES "payslip"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_line" ADD CONSTRAINT "payslip_line_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_sum" ADD CONSTRAINT "payslip_sum_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_sum" ADD CONSTRAINT "payslip_sum_company_id_payslip_id_fkey" FOREIGN KEY ("company_id", "payslip_id") REFERENCES "payslip"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_sum" ADD CONSTRAINT "payslip_sum_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_origin" ADD CONSTRAINT "payslip_origin_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_origin" ADD CONSTRAINT "payslip_origin_company_id_payslip_id_fkey" FOREIGN KEY ("company_id", "payslip_id") REFERENCES "payslip"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_origin" ADD CONSTRAINT "payslip_origin_company_id_origin_payslip_id_fkey" FOREIGN KEY ("company_id", "origin_payslip_id") REFERENCES "payslip"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_origin" ADD CONSTRAINT "payslip_origin_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_detail" ADD CONSTRAINT "payslip_detail_payslip_id_fkey" FOREIGN KEY ("payslip_id") REFERENCES "payslip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_detail" ADD CONSTRAINT "payslip_detail_rule_book_id_fkey" FOREIGN KEY ("rule_book_id") REFERENCES "pay_rule_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
