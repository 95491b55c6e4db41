-- CreateEnum
CREATE TYPE "device_status" AS ENUM ('ORDERED', 'RECEIVED', 'IN_STOCK', 'RESERVED', 'AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN', 'IN_REPAIR', 'RETURN_DUE', 'QUARANTINE', 'LOST', 'STOLEN', 'RETIRED', 'SOLD', 'DONATED', 'DESTROYED', 'WRITTEN_OFF');

-- CreateEnum
CREATE TYPE "device_kind" AS ENUM ('LAPTOP', 'DESKTOP', 'PHONE', 'TABLET', 'SERVER', 'NETWORK', 'STORAGE', 'OTHER');

-- CreateEnum
CREATE TYPE "device_assignment_kind" AS ENUM ('RESERVATION', 'USE', 'LOAN');

-- CreateEnum
CREATE TYPE "employment_status" AS ENUM ('PRE_HIRE', 'ACTIVE', 'ENDED');

-- CreateEnum
CREATE TYPE "contract_type" AS ENUM ('PERMANENT', 'FIXED_TERM', 'APPRENTICE', 'INTERN');

-- CreateEnum
CREATE TYPE "position_status" AS ENUM ('PROPOSED', 'APPROVED', 'OPEN', 'FILLED', 'FROZEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "pay_period" AS ENUM ('HOUR', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "compensation_status" AS ENUM ('PROPOSED', 'APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "change_status" AS ENUM ('PROPOSED', 'FIRST_APPROVED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('EMPLOYEE', 'MANAGER', 'HR', 'PAYROLL', 'ACCOUNTING', 'IT', 'AUDITOR', 'REPORTING', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "sign_in_link_kind" AS ENUM ('INVITATION', 'PASSWORD_RESET', 'SETUP');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('CHECKED', 'COMMITTED', 'UNDONE');

-- CreateTable
CREATE TABLE "manufacturer" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "name" VARCHAR(100) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manufacturer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_model" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "manufacturer_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" "device_kind" NOT NULL DEFAULT 'OTHER',
    "part_number" VARCHAR(100),
    "rack_units" DECIMAL(4,1),
    "is_full_depth" BOOLEAN,
    "weight_kg" DECIMAL(10,3),
    "airflow" VARCHAR(40),
    "console_ports" SMALLINT NOT NULL DEFAULT 0,
    "power_ports" SMALLINT NOT NULL DEFAULT 0,
    "comments" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_model_interface" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "device_model_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "type" VARCHAR(100) NOT NULL,
    "management_only" BOOLEAN NOT NULL DEFAULT false,
    "poe_mode" VARCHAR(20),
    "poe_type" VARCHAR(40),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_model_interface_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "device_model_id" UUID NOT NULL,
    "asset_tag" VARCHAR(40) NOT NULL,
    "serial_number" VARCHAR(100),
    "status" "device_status" NOT NULL DEFAULT 'ORDERED',
    "holder_id" UUID,
    "site_id" UUID,
    "room_id" UUID,
    "purchased_on" DATE,
    "purchase_cost" DECIMAL(20,4),
    "purchase_currency_code" VARCHAR(3),
    "warranty_until_on" DATE,
    "wiped_at" TIMESTAMPTZ(3),
    "inspected_at" TIMESTAMPTZ(3),
    "wipe_proof" VARCHAR(500),
    "previous_status" "device_status",
    "note" VARCHAR(1000),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_assignment" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "kind" "device_assignment_kind" NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "end_at" TIMESTAMPTZ(3),
    "due_on" DATE,
    "note" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "currency" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "code" VARCHAR(3) NOT NULL,
    "numeric_code" VARCHAR(3),
    "name" VARCHAR(200) NOT NULL,
    "minor_unit" SMALLINT,
    "withdrawn_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "currency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "registration_number" VARCHAR(40),
    "country" VARCHAR(2) NOT NULL,
    "base_currency_code" VARCHAR(3) NOT NULL,
    "locale" VARCHAR(20) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "street" VARCHAR(200),
    "postal_code" VARCHAR(20),
    "city" VARCHAR(100),
    "country" VARCHAR(2) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "floor" SMALLINT,
    "capacity" SMALLINT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_centre" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cost_centre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "parent_id" UUID,
    "cost_centre_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "first_name" VARCHAR(100) NOT NULL,
    "last_name" VARCHAR(100) NOT NULL,
    "home_street" VARCHAR(200),
    "home_postal_code" VARCHAR(20),
    "home_city" VARCHAR(100),
    "home_country" VARCHAR(2),
    "private_phone" VARCHAR(40),
    "private_email" VARCHAR(254),
    "emergency_name" VARCHAR(200),
    "emergency_phone" VARCHAR(40),
    "emergency_relationship" VARCHAR(100),
    "national_id" VARCHAR(40),
    "birth_on" DATE,
    "nationality" VARCHAR(2),
    "work_permit_until_on" DATE,
    "iban" VARCHAR(34),
    "bic" VARCHAR(11),
    "account_holder" VARCHAR(200),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "employee_number" VARCHAR(20) NOT NULL,
    "first_name" VARCHAR(100) NOT NULL DEFAULT '',
    "last_name" VARCHAR(100) NOT NULL DEFAULT '',
    "work_email" VARCHAR(254),
    "work_phone" VARCHAR(40),
    "status" "employment_status" NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "end_reason" VARCHAR(500),
    "contract_type" "contract_type" NOT NULL,
    "department_id" UUID,
    "position_id" UUID,
    "manager_id" UUID,
    "site_id" UUID,
    "fte" DECIMAL(4,3),
    "salary" DECIMAL(20,4),
    "salary_currency_code" VARCHAR(3),
    "salary_period" "pay_period",
    "tax_code" VARCHAR(20),
    "tax_dependants" SMALLINT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "department_id" UUID NOT NULL,
    "status" "position_status" NOT NULL DEFAULT 'PROPOSED',
    "budgeted_fte" DECIMAL(6,3) NOT NULL,
    "pay_minimum" DECIMAL(20,4),
    "pay_maximum" DECIMAL(20,4),
    "pay_currency_code" VARCHAR(3),
    "pay_period" "pay_period",
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "manager_id" UUID,
    "fte" DECIMAL(4,3) NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compensation" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "status" "compensation_status" NOT NULL DEFAULT 'PROPOSED',
    "amount" DECIMAL(20,4) NOT NULL,
    "currency_code" VARCHAR(3) NOT NULL,
    "pay_period" "pay_period" NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "reason" VARCHAR(500),
    "proposed_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "compensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "home_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "status" "change_status" NOT NULL DEFAULT 'PROPOSED',
    "street" VARCHAR(200),
    "postal_code" VARCHAR(20),
    "city" VARCHAR(100),
    "country" VARCHAR(2),
    "private_phone" VARCHAR(40),
    "private_email" VARCHAR(254),
    "note" VARCHAR(500),
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "home_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "status" "change_status" NOT NULL DEFAULT 'PROPOSED',
    "iban" VARCHAR(34) NOT NULL,
    "bic" VARCHAR(11),
    "account_holder" VARCHAR(200),
    "note" VARCHAR(500),
    "proposed_by_id" UUID NOT NULL,
    "first_decided_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "status" "change_status" NOT NULL DEFAULT 'PROPOSED',
    "tax_code" VARCHAR(20),
    "tax_dependants" SMALLINT,
    "note" VARCHAR(500),
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "person_id" UUID,
    "language" VARCHAR(5) NOT NULL DEFAULT 'en',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "company_id" UUID,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "signed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" VARCHAR(60),
    "user_agent" VARCHAR(300),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "ending" VARCHAR(8) NOT NULL,
    "roles" "role"[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID,
    "kind" "sign_in_link_kind" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_operation" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID,
    "actor" VARCHAR(254) NOT NULL,
    "command" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(500),
    "address" VARCHAR(60),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "operation_id" UUID NOT NULL,
    "table_name" VARCHAR(63) NOT NULL,
    "row_id" UUID NOT NULL,
    "kind" VARCHAR(6) NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "principal" VARCHAR(80) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "command" VARCHAR(100) NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("principal","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "bucket" VARCHAR(200) NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "subject" VARCHAR(40) NOT NULL,
    "file_name" VARCHAR(300) NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "company_id" UUID,
    "status" "import_status" NOT NULL,
    "row_count" INTEGER NOT NULL,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "fault_count" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "operation_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "manufacturer_name_key" ON "manufacturer"("name");

-- CreateIndex
CREATE UNIQUE INDEX "device_model_manufacturer_id_name_key" ON "device_model"("manufacturer_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "device_model_interface_device_model_id_ordinal_key" ON "device_model_interface"("device_model_id", "ordinal");

-- CreateIndex
CREATE INDEX "device_device_model_id_idx" ON "device"("device_model_id");

-- CreateIndex
CREATE INDEX "device_holder_id_idx" ON "device"("holder_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_company_id_asset_tag_key" ON "device"("company_id", "asset_tag");

-- CreateIndex
CREATE UNIQUE INDEX "device_company_id_id_key" ON "device"("company_id", "id");

-- CreateIndex
CREATE INDEX "device_assignment_device_id_idx" ON "device_assignment"("device_id");

-- CreateIndex
CREATE INDEX "device_assignment_employee_id_idx" ON "device_assignment"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "currency_code_key" ON "currency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "company_code_key" ON "company"("code");

-- CreateIndex
CREATE UNIQUE INDEX "site_company_id_code_key" ON "site"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "site_company_id_id_key" ON "site"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "room_site_id_code_key" ON "room"("site_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "room_company_id_id_key" ON "room"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cost_centre_company_id_code_key" ON "cost_centre"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "cost_centre_company_id_id_key" ON "cost_centre"("company_id", "id");

-- CreateIndex
CREATE INDEX "department_parent_id_idx" ON "department"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_company_id_code_key" ON "department"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "department_company_id_id_key" ON "department"("company_id", "id");

-- CreateIndex
CREATE INDEX "employee_person_id_idx" ON "employee"("person_id");

-- CreateIndex
CREATE INDEX "employee_manager_id_idx" ON "employee"("manager_id");

-- CreateIndex
CREATE INDEX "employee_department_id_idx" ON "employee"("department_id");

-- CreateIndex
CREATE INDEX "employee_position_id_idx" ON "employee"("position_id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_company_id_employee_number_key" ON "employee"("company_id", "employee_number");

-- CreateIndex
CREATE UNIQUE INDEX "employee_company_id_id_key" ON "employee"("company_id", "id");

-- CreateIndex
CREATE INDEX "position_department_id_idx" ON "position"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_company_id_code_key" ON "position"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "position_company_id_id_key" ON "position"("company_id", "id");

-- CreateIndex
CREATE INDEX "assignment_employee_id_start_on_idx" ON "assignment"("employee_id", "start_on");

-- CreateIndex
CREATE INDEX "assignment_position_id_idx" ON "assignment"("position_id");

-- CreateIndex
CREATE INDEX "compensation_employee_id_start_on_idx" ON "compensation"("employee_id", "start_on");

-- CreateIndex
CREATE INDEX "home_change_person_id_idx" ON "home_change"("person_id");

-- CreateIndex
CREATE INDEX "bank_change_person_id_idx" ON "bank_change"("person_id");

-- CreateIndex
CREATE INDEX "tax_change_employee_id_idx" ON "tax_change"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE INDEX "audit_operation_at_idx" ON "audit_operation"("at");

-- CreateIndex
CREATE INDEX "audit_operation_user_id_idx" ON "audit_operation"("user_id");

-- CreateIndex
CREATE INDEX "audit_change_table_name_row_id_at_idx" ON "audit_change"("table_name", "row_id", "at");

-- CreateIndex
CREATE INDEX "audit_change_operation_id_idx" ON "audit_change"("operation_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "device_model" ADD CONSTRAINT "device_model_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_model_interface" ADD CONSTRAINT "device_model_interface_device_model_id_fkey" FOREIGN KEY ("device_model_id") REFERENCES "device_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_device_model_id_fkey" FOREIGN KEY ("device_model_id") REFERENCES "device_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_company_id_holder_id_fkey" FOREIGN KEY ("company_id", "holder_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_company_id_site_id_fkey" FOREIGN KEY ("company_id", "site_id") REFERENCES "site"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_company_id_room_id_fkey" FOREIGN KEY ("company_id", "room_id") REFERENCES "room"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_purchase_currency_code_fkey" FOREIGN KEY ("purchase_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_assignment" ADD CONSTRAINT "device_assignment_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_assignment" ADD CONSTRAINT "device_assignment_company_id_device_id_fkey" FOREIGN KEY ("company_id", "device_id") REFERENCES "device"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_assignment" ADD CONSTRAINT "device_assignment_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_base_currency_code_fkey" FOREIGN KEY ("base_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_company_id_site_id_fkey" FOREIGN KEY ("company_id", "site_id") REFERENCES "site"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_centre" ADD CONSTRAINT "cost_centre_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_company_id_parent_id_fkey" FOREIGN KEY ("company_id", "parent_id") REFERENCES "department"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_company_id_cost_centre_id_fkey" FOREIGN KEY ("company_id", "cost_centre_id") REFERENCES "cost_centre"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_company_id_department_id_fkey" FOREIGN KEY ("company_id", "department_id") REFERENCES "department"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_company_id_position_id_fkey" FOREIGN KEY ("company_id", "position_id") REFERENCES "position"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_company_id_site_id_fkey" FOREIGN KEY ("company_id", "site_id") REFERENCES "site"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_salary_currency_code_fkey" FOREIGN KEY ("salary_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_company_id_department_id_fkey" FOREIGN KEY ("company_id", "department_id") REFERENCES "department"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_pay_currency_code_fkey" FOREIGN KEY ("pay_currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_company_id_position_id_fkey" FOREIGN KEY ("company_id", "position_id") REFERENCES "position"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_company_id_department_id_fkey" FOREIGN KEY ("company_id", "department_id") REFERENCES "department"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensation" ADD CONSTRAINT "compensation_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensation" ADD CONSTRAINT "compensation_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensation" ADD CONSTRAINT "compensation_currency_code_fkey" FOREIGN KEY ("currency_code") REFERENCES "currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensation" ADD CONSTRAINT "compensation_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensation" ADD CONSTRAINT "compensation_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_change" ADD CONSTRAINT "home_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_change" ADD CONSTRAINT "home_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_change" ADD CONSTRAINT "home_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_first_decided_by_id_fkey" FOREIGN KEY ("first_decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_change" ADD CONSTRAINT "tax_change_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_change" ADD CONSTRAINT "tax_change_company_id_employee_id_fkey" FOREIGN KEY ("company_id", "employee_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_change" ADD CONSTRAINT "tax_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_change" ADD CONSTRAINT "tax_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_operation" ADD CONSTRAINT "audit_operation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_change" ADD CONSTRAINT "audit_change_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "audit_operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
