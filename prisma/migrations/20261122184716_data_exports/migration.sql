-- CreateEnum
CREATE TYPE "export_format" AS ENUM ('CSV', 'JSONL', 'XLSX');

-- CreateEnum
CREATE TYPE "export_status" AS ENUM ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "export_failure" AS ENUM ('RIGHT_LOST', 'NOT_ANSWERABLE', 'TOO_LARGE', 'INTERRUPTED', 'FAULT');

-- CreateTable
CREATE TABLE "data_export" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "requested_by_id" UUID NOT NULL,
    "resource" VARCHAR(100) NOT NULL,
    "format" "export_format" NOT NULL,
    "status" "export_status" NOT NULL DEFAULT 'QUEUED',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER,
    "byte_count" INTEGER NOT NULL DEFAULT 0,
    "failure" "export_failure",
    "failure_text" VARCHAR(500),
    "request" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "roles" "role"[],
    "rights_hash" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_export_chunk" (
    "export_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "data_export_chunk_pkey" PRIMARY KEY ("export_id","position")
);

-- CreateIndex
CREATE INDEX "data_export_requested_by_id_requested_at_idx" ON "data_export"("requested_by_id", "requested_at");

-- AddForeignKey
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_export_chunk" ADD CONSTRAINT "data_export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "data_export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Looked at twice a second: what waits or runs, and what is to be taken away.
CREATE INDEX data_export_open ON data_export (requested_at) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX data_export_ready ON data_export (expires_at) WHERE status = 'READY';

ALTER TABLE data_export
  ADD CONSTRAINT data_export_counts_are_not_negative
    CHECK (row_count >= 0 AND byte_count >= 0 AND attempts >= 0 AND total_count BETWEEN 0 AND 1048576),
  ADD CONSTRAINT data_export_failure_says_why
    CHECK ((status = 'FAILED') = (failure IS NOT NULL) AND (failure IS NULL) = (failure_text IS NULL)),
  ADD CONSTRAINT data_export_ready_has_an_end
    CHECK (status NOT IN ('READY', 'EXPIRED') OR (finished_at IS NOT NULL AND expires_at > finished_at AND rights_hash IS NOT NULL));

ALTER TABLE data_export_chunk
  ADD CONSTRAINT data_export_chunk_length CHECK (position >= 0 AND octet_length(content) BETWEEN 1 AND 1048576);
-- It is read a piece at a time and once or twice: packing it takes longer than writing it.
ALTER TABLE data_export_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
