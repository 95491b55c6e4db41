-- CreateEnum
CREATE TYPE "account_type" AS ENUM ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE');

-- CreateEnum
CREATE TYPE "normal_side" AS ENUM ('DEBIT', 'CREDIT');

-- CreateEnum
CREATE TYPE "subledger" AS ENUM ('GENERAL', 'RECEIVABLES', 'PAYABLES', 'PAYROLL', 'BANK');

-- CreateEnum
CREATE TYPE "journal_kind" AS ENUM ('GENERAL', 'SALES', 'PURCHASES', 'BANK', 'PAYROLL', 'OPENING', 'IMPORT');

-- CreateEnum
CREATE TYPE "period_status" AS ENUM ('OPEN', 'CLOSED', 'LOCKED');

-- CreateEnum
CREATE TYPE "dimension_kind" AS ENUM ('COST_CENTRE', 'PROJECT', 'EMPLOYEE', 'DEVICE', 'OTHER');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('CUSTOMER', 'SUPPLIER', 'OTHER');

-- CreateEnum
CREATE TYPE "draft_status" AS ENUM ('DRAFT', 'POSTED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "recurrence_interval" AS ENUM ('MONTH', 'QUARTER', 'YEAR');

-- CreateEnum
CREATE TYPE "recurrence_status" AS ENUM ('ACTIVE', 'ENDED');

-- CreateTable
CREATE TABLE "fiscal_year" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "name" VARCHAR(20) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fiscal_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiscal_period" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "name" VARCHAR(20) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" "period_status" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fiscal_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_lock" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "subledger" "subledger" NOT NULL,
    "reason" VARCHAR(500),
    "released_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_lock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lock_exception" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "subledger" "subledger" NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "granted_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lock_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "type" "account_type" NOT NULL,
    "normal_side" "normal_side" NOT NULL,
    "currency_code" VARCHAR(3),
    "parent_id" UUID,
    "postable" BOOLEAN NOT NULL DEFAULT true,
    "control" "subledger",
    "tax_code_id" UUID,
    "valid_from" DATE,
    "valid_until" DATE,
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" "journal_kind" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "company_id" UUID NOT NULL,
    "journal_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("journal_id","fiscal_year_id")
);

-- CreateTable
CREATE TABLE "tax_code" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "rate" DECIMAL(7,4) NOT NULL,
    "output_account_code" VARCHAR(20),
    "input_account_code" VARCHAR(20),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" "dimension_kind" NOT NULL DEFAULT 'OTHER',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dimension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension_object" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "dimension_id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "cost_centre_id" UUID,
    "employee_id" UUID,
    "device_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dimension_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension_set" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "name" VARCHAR(1000) NOT NULL,
    "objects_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dimension_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension_set_member" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "dimension_set_id" UUID NOT NULL,
    "dimension_id" UUID NOT NULL,
    "object_id" UUID NOT NULL,

    CONSTRAINT "dimension_set_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" "party_kind" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "journal_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "posting_on" DATE NOT NULL,
    "document_on" DATE,
    "text" VARCHAR(500),
    "reference" VARCHAR(100),
    "source_type" VARCHAR(40),
    "source_id" VARCHAR(100),
    "source_event" VARCHAR(40),
    "source_series" VARCHAR(20),
    "source_number" VARCHAR(40),
    "idempotency_key" VARCHAR(200) NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "reverses_id" UUID,
    "posted_by_id" UUID,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_line" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "line_no" SMALLINT NOT NULL,
    "account_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "posting_on" DATE NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "rate" DECIMAL(28,12) NOT NULL,
    "debit" DECIMAL(20,4) NOT NULL,
    "credit" DECIMAL(20,4) NOT NULL,
    "party_id" UUID,
    "dimension_set_id" UUID,
    "tax_code_id" UUID,
    "tax_base" DECIMAL(20,4),
    "due_on" DATE,
    "text" VARCHAR(500),

    CONSTRAINT "journal_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_draft" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "journal_id" UUID NOT NULL,
    "status" "draft_status" NOT NULL DEFAULT 'DRAFT',
    "posting_on" DATE,
    "document_on" DATE,
    "reverse_on" DATE,
    "text" VARCHAR(500),
    "reference" VARCHAR(100),
    "entry_id" UUID,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_draft_line" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "line_no" SMALLINT NOT NULL,
    "account_code" VARCHAR(20),
    "debit" DECIMAL(20,4),
    "credit" DECIMAL(20,4),
    "currency_code" VARCHAR(3),
    "rate" DECIMAL(28,12),
    "party_code" VARCHAR(40),
    "tax_code" VARCHAR(20),
    "tax_base" DECIMAL(20,4),
    "dimensions" VARCHAR(1000),
    "due_on" DATE,
    "text" VARCHAR(500),

    CONSTRAINT "entry_draft_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_template" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "journal_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "text" VARCHAR(500),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_template_line" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "line_no" SMALLINT NOT NULL,
    "account_code" VARCHAR(20) NOT NULL,
    "debit" DECIMAL(20,4),
    "credit" DECIMAL(20,4),
    "currency_code" VARCHAR(3),
    "party_code" VARCHAR(40),
    "tax_code" VARCHAR(20),
    "dimensions" VARCHAR(1000),
    "text" VARCHAR(500),

    CONSTRAINT "entry_template_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurring_entry" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "interval" "recurrence_interval" NOT NULL,
    "starts_on" DATE NOT NULL,
    "next_on" DATE NOT NULL,
    "until_on" DATE,
    "reverses_itself" BOOLEAN NOT NULL DEFAULT false,
    "status" "recurrence_status" NOT NULL DEFAULT 'ACTIVE',
    "problem" VARCHAR(1000),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recurring_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "from_currency_code" VARCHAR(3) NOT NULL,
    "to_currency_code" VARCHAR(3) NOT NULL,
    "starts_on" DATE NOT NULL,
    "rate" DECIMAL(28,12) NOT NULL,
    "source" VARCHAR(100),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_item" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "posting_on" DATE NOT NULL,
    "due_on" DATE,
    "currency_code" VARCHAR(3) NOT NULL,
    "original" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "open_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "debit_item_id" UUID NOT NULL,
    "credit_item_id" UUID NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "fx_difference_entry_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_balance" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "dimension_set_id" UUID,
    "amount" DECIMAL(24,4) NOT NULL,
    "debit" DECIMAL(24,4) NOT NULL,
    "credit" DECIMAL(24,4) NOT NULL,
    "lines" BIGINT NOT NULL,

    CONSTRAINT "period_balance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_balance_delta" (
    "id" BIGSERIAL NOT NULL,
    "company_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "dimension_set_id" UUID,
    "amount" DECIMAL(24,4) NOT NULL,
    "debit" DECIMAL(24,4) NOT NULL,
    "credit" DECIMAL(24,4) NOT NULL,
    "lines" BIGINT NOT NULL,

    CONSTRAINT "period_balance_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_pending" (
    "id" BIGSERIAL NOT NULL,
    "company_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "ledger_pending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_link" (
    "company_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "lines" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_link_pkey" PRIMARY KEY ("company_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_year_company_id_name_key" ON "fiscal_year"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_year_company_id_id_key" ON "fiscal_year"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_period_fiscal_year_id_ordinal_key" ON "fiscal_period"("fiscal_year_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_period_company_id_starts_on_key" ON "fiscal_period"("company_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_period_company_id_id_key" ON "fiscal_period"("company_id", "id");

-- CreateIndex
CREATE INDEX "period_lock_period_id_idx" ON "period_lock"("period_id");

-- CreateIndex
CREATE INDEX "lock_exception_period_id_idx" ON "lock_exception"("period_id");

-- CreateIndex
CREATE INDEX "lock_exception_user_id_idx" ON "lock_exception"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_company_id_code_key" ON "account"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "account_company_id_id_key" ON "account"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_company_id_code_key" ON "journal"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "journal_company_id_id_key" ON "journal"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "tax_code_company_id_code_key" ON "tax_code"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "tax_code_company_id_id_key" ON "tax_code"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_company_id_code_key" ON "dimension"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_company_id_id_key" ON "dimension"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_object_dimension_id_code_key" ON "dimension_object"("dimension_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_object_company_id_id_key" ON "dimension_object"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_set_company_id_objects_hash_key" ON "dimension_set"("company_id", "objects_hash");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_set_company_id_id_key" ON "dimension_set"("company_id", "id");

-- CreateIndex
CREATE INDEX "dimension_set_member_object_id_idx" ON "dimension_set_member"("object_id");

-- CreateIndex
CREATE INDEX "dimension_set_member_dimension_set_id_idx" ON "dimension_set_member"("dimension_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_company_id_code_key" ON "party"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "party_company_id_id_key" ON "party"("company_id", "id");

-- CreateIndex
CREATE INDEX "journal_entry_company_id_posting_on_idx" ON "journal_entry"("company_id", "posting_on");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_company_id_idempotency_key_key" ON "journal_entry"("company_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_company_id_source_type_source_id_source_event_key" ON "journal_entry"("company_id", "source_type", "source_id", "source_event");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_company_id_journal_id_fiscal_year_id_number_key" ON "journal_entry"("company_id", "journal_id", "fiscal_year_id", "number");

-- CreateIndex
CREATE INDEX "journal_line_company_id_account_id_posting_on_entry_id_idx" ON "journal_line"("company_id", "account_id", "posting_on", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_line_entry_id_line_no_key" ON "journal_line"("entry_id", "line_no");

-- CreateIndex
CREATE INDEX "entry_draft_journal_id_idx" ON "entry_draft"("journal_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_draft_company_id_id_key" ON "entry_draft"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_draft_line_draft_id_line_no_key" ON "entry_draft_line"("draft_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "entry_template_company_id_name_key" ON "entry_template"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "entry_template_company_id_id_key" ON "entry_template"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_template_line_template_id_line_no_key" ON "entry_template_line"("template_id", "line_no");

-- CreateIndex
CREATE INDEX "recurring_entry_template_id_idx" ON "recurring_entry"("template_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_once" ON "exchange_rate"("company_id", "from_currency_code", "to_currency_code", "starts_on");

-- CreateIndex
CREATE INDEX "open_item_party_id_idx" ON "open_item"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "open_item_company_id_id_key" ON "open_item"("company_id", "id");

-- CreateIndex
CREATE INDEX "allocation_debit_item_id_idx" ON "allocation"("debit_item_id");

-- CreateIndex
CREATE INDEX "allocation_credit_item_id_idx" ON "allocation"("credit_item_id");

-- CreateIndex
CREATE INDEX "period_balance_delta_company_id_period_id_idx" ON "period_balance_delta"("company_id", "period_id");

-- CreateIndex
CREATE INDEX "ledger_pending_company_id_idx" ON "ledger_pending"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_link_entry_id_key" ON "ledger_link"("entry_id");

-- AddForeignKey
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiscal_period" ADD CONSTRAINT "fiscal_period_company_id_fiscal_year_id_fkey" FOREIGN KEY ("company_id", "fiscal_year_id") REFERENCES "fiscal_year"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_lock" ADD CONSTRAINT "period_lock_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock_exception" ADD CONSTRAINT "lock_exception_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock_exception" ADD CONSTRAINT "lock_exception_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock_exception" ADD CONSTRAINT "lock_exception_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_company_id_parent_id_fkey" FOREIGN KEY ("company_id", "parent_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_company_id_tax_code_id_fkey" FOREIGN KEY ("company_id", "tax_code_id") REFERENCES "tax_code"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal" ADD CONSTRAINT "journal_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_company_id_journal_id_fkey" FOREIGN KEY ("company_id", "journal_id") REFERENCES "journal"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_company_id_fiscal_year_id_fkey" FOREIGN KEY ("company_id", "fiscal_year_id") REFERENCES "fiscal_year"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_code" ADD CONSTRAINT "tax_code_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension" ADD CONSTRAINT "dimension_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_object" ADD CONSTRAINT "dimension_object_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_object" ADD CONSTRAINT "dimension_object_company_id_dimension_id_fkey" FOREIGN KEY ("company_id", "dimension_id") REFERENCES "dimension"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_object" ADD CONSTRAINT "dimension_object_company_id_cost_centre_id_fkey" FOREIGN KEY ("company_id", "cost_centre_id") REFERENCES "cost_centre"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_object" ADD CONSTRAINT "dimension_object_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_object" ADD CONSTRAINT "dimension_object_company_id_device_id_fkey" FOREIGN KEY ("company_id", "device_id") REFERENCES "device"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_set" ADD CONSTRAINT "dimension_set_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_set_member" ADD CONSTRAINT "dimension_set_member_company_id_dimension_set_id_fkey" FOREIGN KEY ("company_id", "dimension_set_id") REFERENCES "dimension_set"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_set_member" ADD CONSTRAINT "dimension_set_member_company_id_dimension_id_fkey" FOREIGN KEY ("company_id", "dimension_id") REFERENCES "dimension"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_set_member" ADD CONSTRAINT "dimension_set_member_company_id_object_id_fkey" FOREIGN KEY ("company_id", "object_id") REFERENCES "dimension_object"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_company_id_journal_id_fkey" FOREIGN KEY ("company_id", "journal_id") REFERENCES "journal"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_company_id_fiscal_year_id_fkey" FOREIGN KEY ("company_id", "fiscal_year_id") REFERENCES "fiscal_year"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_posted_by_id_fkey" FOREIGN KEY ("posted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_company_id_account_id_fkey" FOREIGN KEY ("company_id", "account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_company_id_party_id_fkey" FOREIGN KEY ("company_id", "party_id") REFERENCES "party"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_company_id_dimension_set_id_fkey" FOREIGN KEY ("company_id", "dimension_set_id") REFERENCES "dimension_set"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_company_id_tax_code_id_fkey" FOREIGN KEY ("company_id", "tax_code_id") REFERENCES "tax_code"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_company_id_journal_id_fkey" FOREIGN KEY ("company_id", "journal_id") REFERENCES "journal"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_draft_line" ADD CONSTRAINT "entry_draft_line_company_id_draft_id_fkey" FOREIGN KEY ("company_id", "draft_id") REFERENCES "entry_draft"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_template" ADD CONSTRAINT "entry_template_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_template" ADD CONSTRAINT "entry_template_company_id_journal_id_fkey" FOREIGN KEY ("company_id", "journal_id") REFERENCES "journal"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_template_line" ADD CONSTRAINT "entry_template_line_company_id_template_id_fkey" FOREIGN KEY ("company_id", "template_id") REFERENCES "entry_template"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_entry" ADD CONSTRAINT "recurring_entry_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_entry" ADD CONSTRAINT "recurring_entry_company_id_template_id_fkey" FOREIGN KEY ("company_id", "template_id") REFERENCES "entry_template"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_from_currency_code_fkey" FOREIGN KEY ("from_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_to_currency_code_fkey" FOREIGN KEY ("to_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "journal_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_company_id_account_id_fkey" FOREIGN KEY ("company_id", "account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_company_id_party_id_fkey" FOREIGN KEY ("company_id", "party_id") REFERENCES "party"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_company_id_debit_item_id_fkey" FOREIGN KEY ("company_id", "debit_item_id") REFERENCES "open_item"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_company_id_credit_item_id_fkey" FOREIGN KEY ("company_id", "credit_item_id") REFERENCES "open_item"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_fx_difference_entry_id_fkey" FOREIGN KEY ("fx_difference_entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_balance" ADD CONSTRAINT "period_balance_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_balance" ADD CONSTRAINT "period_balance_company_id_account_id_fkey" FOREIGN KEY ("company_id", "account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_link" ADD CONSTRAINT "ledger_link_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
