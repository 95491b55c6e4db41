-- AlterTable
ALTER TABLE "cost_centre" ADD COLUMN     "manager_id" UUID;

-- CreateIndex
CREATE INDEX "cost_centre_manager_id_idx" ON "cost_centre"("manager_id");

-- AddForeignKey
ALTER TABLE "cost_centre" ADD CONSTRAINT "cost_centre_company_id_manager_id_fkey" FOREIGN KEY ("company_id", "manager_id") REFERENCES "employee"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
