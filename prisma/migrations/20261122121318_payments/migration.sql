-- CreateEnum
CREATE TYPE "payment_batch_kind" AS ENUM ('SALARY', 'SUPPLIER', 'OTHER');

-- CreateEnum
CREATE TYPE "payment_batch_status" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'EXPORTED', 'CONFIRMED', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "payment_message_version" AS ENUM ('PAIN_001_03', 'PAIN_001_09');

-- CreateEnum
CREATE TYPE "payment_omission_reason" AS ENUM ('NO_ACCOUNT', 'INVALID_ACCOUNT', 'INVALID_NAME', 'INVALID_AMOUNT');

-- CreateTable
CREATE TABLE "company_account" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "iban" VARCHAR(34),
    "bic" VARCHAR(11),
    "sort_code" VARCHAR(8),
    "account_number" VARCHAR(10),
    "currency_code" VARCHAR(3) NOT NULL,
    "account_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_batch" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "kind" "payment_batch_kind" NOT NULL,
    "status" "payment_batch_status" NOT NULL DEFAULT 'DRAFT',
    "company_account_id" UUID NOT NULL,
    "contra_account_id" UUID NOT NULL,
    "execution_on" DATE NOT NULL,
    "message_version" "payment_message_version" NOT NULL DEFAULT 'PAIN_001_09',
    "control_sum" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "payment_count" INTEGER NOT NULL DEFAULT 0,
    "source_type" VARCHAR(40),
    "source_id" VARCHAR(100),
    "prepared_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_sha256" VARCHAR(64),
    "exported_at" TIMESTAMPTZ(3),
    "file_sha256" VARCHAR(64),
    "booked_on" DATE,
    "entry_id" UUID,
    "reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "kind" "payment_batch_kind" NOT NULL,
    "batch_id" UUID NOT NULL,
    "employee_id" UUID,
    "payee_name" VARCHAR(140) NOT NULL,
    "iban" VARCHAR(34) NOT NULL,
    "bic" VARCHAR(11),
    "amount" DECIMAL(20,4) NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "end_to_end_id" VARCHAR(35) NOT NULL,
    "remittance" VARCHAR(140) NOT NULL,
    "source_type" VARCHAR(40),
    "source_id" VARCHAR(100),
    "source_event" VARCHAR(40),
    "released_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_omission" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "kind" "payment_batch_kind" NOT NULL,
    "batch_id" UUID NOT NULL,
    "employee_id" UUID,
    "payee_name" VARCHAR(220) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "problem" "payment_omission_reason" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_omission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_file" (
    "batch_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_file_pkey" PRIMARY KEY ("batch_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "company_account_company_id_name_key" ON "company_account"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "company_account_company_id_id_key" ON "company_account"("company_id", "id");

-- CreateIndex
CREATE INDEX "payment_batch_company_id_status_idx" ON "payment_batch"("company_id", "status");

-- CreateIndex
CREATE INDEX "payment_batch_company_id_source_type_source_id_idx" ON "payment_batch"("company_id", "source_type", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_batch_company_id_kind_id_key" ON "payment_batch"("company_id", "kind", "id");

-- CreateIndex
CREATE INDEX "payment_employee_id_idx" ON "payment"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_batch_id_end_to_end_id_key" ON "payment"("batch_id", "end_to_end_id");

-- CreateIndex
CREATE INDEX "payment_omission_batch_id_idx" ON "payment_omission"("batch_id");

-- CreateIndex
CREATE INDEX "payment_omission_employee_id_idx" ON "payment_omission"("employee_id");

-- AddForeignKey
ALTER TABLE "company_account" ADD CONSTRAINT "company_account_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_account" ADD CONSTRAINT "company_account_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_account" ADD CONSTRAINT "company_account_company_id_account_id_fkey" FOREIGN KEY ("company_id", "account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_company_id_company_account_id_fkey" FOREIGN KEY ("company_id", "company_account_id") REFERENCES "company_account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_company_id_contra_account_id_fkey" FOREIGN KEY ("company_id", "contra_account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_company_id_kind_batch_id_fkey" FOREIGN KEY ("company_id", "kind", "batch_id") REFERENCES "payment_batch"("company_id", "kind", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_omission" ADD CONSTRAINT "payment_omission_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_omission" ADD CONSTRAINT "payment_omission_company_id_kind_batch_id_fkey" FOREIGN KEY ("company_id", "kind", "batch_id") REFERENCES "payment_batch"("company_id", "kind", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_omission" ADD CONSTRAINT "payment_omission_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_omission" ADD CONSTRAINT "payment_omission_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
