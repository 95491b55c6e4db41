CREATE TYPE "saved_view_kind" AS ENUM ('LIST', 'REPORT');

ALTER TABLE "saved_view"
  ADD COLUMN "kind" "saved_view_kind" NOT NULL DEFAULT 'LIST',
  ADD COLUMN "shared_with_role" "role",
  ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false;

-- Nobody keeps two lists, or two reports, of one name.
DROP INDEX "saved_view_name_once";
CREATE UNIQUE INDEX "saved_view_name_once" ON "saved_view"("owner_id", "kind", "resource", lower("name")) WHERE "active";

ALTER TABLE "saved_view"
  ADD CONSTRAINT "saved_view_report" CHECK ("kind" = 'REPORT' OR NOT "pinned"),
  ADD CONSTRAINT "saved_view_list" CHECK ("kind" = 'LIST' OR NOT "is_default");
