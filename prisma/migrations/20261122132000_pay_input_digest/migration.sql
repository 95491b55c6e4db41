-- What a calculation was made from. Calculations are of runs that are not final: they are made again.
DELETE FROM "pay_calculation";

-- AlterTable
ALTER TABLE "pay_calculation_detail" ADD COLUMN     "input_digest" VARCHAR(64) NOT NULL;
