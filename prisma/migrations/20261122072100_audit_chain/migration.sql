-- CreateTable
CREATE TABLE "audit_pending" (
    "id" BIGSERIAL NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "seq" BIGINT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "subject_id" UUID NOT NULL,
    "changes" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_kind_subject_id_key" ON "audit_link"("kind", "subject_id");

-- What happened before there was a chain is its beginning.
INSERT INTO audit_pending (kind, subject_id)
SELECT kind, id FROM (
  SELECT 'operation' AS kind, id, at FROM audit_operation UNION ALL SELECT 'read', id, at FROM sensitive_read
) AS earlier
ORDER BY at, id;
