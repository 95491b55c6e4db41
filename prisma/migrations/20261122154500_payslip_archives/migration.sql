-- CreateEnum
CREATE TYPE "payslip_archive_status" AS ENUM ('PREPARING', 'READY', 'EXPIRED');

-- CreateTable
CREATE TABLE "payslip_archive" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "status" "payslip_archive_status" NOT NULL DEFAULT 'PREPARING',
    "slip_count" INTEGER NOT NULL,
    "drawn_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "payslip_archive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payslip_archive_file" (
    "archive_id" UUID NOT NULL,
    "payslip_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "payslip_archive_file_pkey" PRIMARY KEY ("archive_id","payslip_id")
);

-- CreateIndex
CREATE INDEX "payslip_archive_run_id_idx" ON "payslip_archive"("run_id");

-- AddForeignKey
ALTER TABLE "payslip_archive" ADD CONSTRAINT "payslip_archive_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_archive" ADD CONSTRAINT "payslip_archive_company_id_run_id_fkey" FOREIGN KEY ("company_id", "run_id") REFERENCES "pay_run"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_archive_file" ADD CONSTRAINT "payslip_archive_file_archive_id_fkey" FOREIGN KEY ("archive_id") REFERENCES "payslip_archive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payslip_archive_file" ADD CONSTRAINT "payslip_archive_file_payslip_id_fkey" FOREIGN KEY ("payslip_id") REFERENCES "payslip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Looked at every second: what is to be drawn, and what is to be taken away.
CREATE INDEX payslip_archive_open ON payslip_archive (created_at) WHERE status = 'PREPARING';
CREATE INDEX payslip_archive_ready ON payslip_archive (expires_at) WHERE status = 'READY';
-- PDFs are packed already: the server is not to try it again.
ALTER TABLE payslip_archive_file ALTER COLUMN content SET STORAGE EXTERNAL;
