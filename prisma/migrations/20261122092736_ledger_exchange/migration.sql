-- CreateEnum
CREATE TYPE "cash_flow_activity" AS ENUM ('CASH', 'OPERATING', 'INVESTING', 'FINANCING');

-- CreateEnum
CREATE TYPE "kept_reason" AS ENUM ('EMPTY', 'ALL_ZERO');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "cash_flow" "cash_flow_activity" NOT NULL DEFAULT 'OPERATING',
ADD COLUMN     "sru" VARCHAR(40);

-- CreateTable
CREATE TABLE "imported_voucher" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "import_batch_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "source_hash" BYTEA NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "series" VARCHAR(20) NOT NULL,
    "number" VARCHAR(40) NOT NULL,
    "voucher_on" DATE NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "registered_on" DATE,
    "signature" VARCHAR(100) NOT NULL,
    "reason" "kept_reason",
    "entry_id" UUID,

    CONSTRAINT "imported_voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_voucher_detail" (
    "voucher_id" UUID NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "imported_voucher_detail_pkey" PRIMARY KEY ("voucher_id")
);

-- CreateIndex
CREATE INDEX "imported_voucher_company_id_voucher_on_idx" ON "imported_voucher"("company_id", "voucher_on");

-- CreateIndex
CREATE INDEX "imported_voucher_entry_id_idx" ON "imported_voucher"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_voucher_company_id_source_hash_key" ON "imported_voucher"("company_id", "source_hash");

-- AddForeignKey
ALTER TABLE "imported_voucher" ADD CONSTRAINT "imported_voucher_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_voucher" ADD CONSTRAINT "imported_voucher_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_voucher" ADD CONSTRAINT "imported_voucher_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_voucher_detail" ADD CONSTRAINT "imported_voucher_detail_voucher_id_fkey" FOREIGN KEY ("voucher_id") REFERENCES "imported_voucher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
