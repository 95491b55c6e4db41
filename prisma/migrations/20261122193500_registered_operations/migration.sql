CREATE TABLE "registered_operation" (
    "hash" CHAR(64) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "document" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registered_operation_pkey" PRIMARY KEY ("hash")
);

-- Whoever may ask for a hash is answered what hashes to it, and nothing else.
ALTER TABLE "registered_operation" ADD CONSTRAINT "registered_operation_hash_is_of_document"
  CHECK ("hash" = encode(sha256(convert_to("document", 'UTF8')), 'hex'));
