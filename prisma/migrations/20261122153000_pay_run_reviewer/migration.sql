-- Who looked through a run, beside who prepared and who approved it.

-- AlterTable
ALTER TABLE "pay_run" ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reviewed_by_id" UUID;

-- AddForeignKey
ALTER TABLE "pay_run" ADD CONSTRAINT "pay_run_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
