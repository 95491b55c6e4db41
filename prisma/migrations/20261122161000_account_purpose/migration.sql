-- CreateEnum
CREATE TYPE "account_purpose" AS ENUM ('EXCHANGE_GAIN', 'EXCHANGE_LOSS', 'ROUNDING');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "purpose" "account_purpose";

-- One account of a company for each purpose.
CREATE UNIQUE INDEX account_purpose_once ON account (company_id, purpose) WHERE purpose IS NOT NULL;
