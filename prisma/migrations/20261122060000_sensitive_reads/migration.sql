-- CreateEnum
CREATE TYPE "sensitive_class" AS ENUM ('IDENTITY', 'BANK', 'PAY');

-- CreateTable
CREATE TABLE "sensitive_read" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID,
    "actor" VARCHAR(254) NOT NULL,
    "data_class" "sensitive_class" NOT NULL,
    "operation" VARCHAR(200) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "address" VARCHAR(60),
    "person_ids" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sensitive_read_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sensitive_read_person_ids_idx" ON "sensitive_read" USING GIN ("person_ids");

-- CreateIndex
CREATE INDEX "sensitive_read_at_idx" ON "sensitive_read"("at");

-- CreateIndex
CREATE INDEX "sensitive_read_user_id_idx" ON "sensitive_read"("user_id");

-- AddForeignKey
ALTER TABLE "sensitive_read" ADD CONSTRAINT "sensitive_read_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
