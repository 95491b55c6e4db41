-- CreateTable
CREATE TABLE "kept_figures" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "cube" VARCHAR(60) NOT NULL,
    "company_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_figures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_figures_cube_company_id_at_idx" ON "kept_figures"("cube", "company_id", "at");

-- AddForeignKey
ALTER TABLE "kept_figures" ADD CONSTRAINT "kept_figures_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
