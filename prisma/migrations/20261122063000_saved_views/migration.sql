CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "owner_id" UUID NOT NULL,
    "resource" VARCHAR(100) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "state" VARCHAR(4000) NOT NULL,
    "asks_for" VARCHAR(4000) NOT NULL DEFAULT '',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody keeps two of one name for a list, and a list opens with one.
CREATE UNIQUE INDEX "saved_view_name_once" ON "saved_view"("owner_id", "resource", lower("name")) WHERE "active";
CREATE UNIQUE INDEX "saved_view_default_once" ON "saved_view"("owner_id", "resource") WHERE "active" AND "is_default";
