-- CreateTable
CREATE TABLE "budget" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "company_id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "dimension_set_id" UUID,
    "amount" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "budget_company_id_fiscal_year_id_name_key" ON "budget"("company_id", "fiscal_year_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "budget_company_id_id_key" ON "budget"("company_id", "id");

-- CreateIndex
CREATE INDEX "budget_line_company_id_budget_id_idx" ON "budget_line"("company_id", "budget_id");

-- CreateIndex
CREATE INDEX "budget_line_account_id_idx" ON "budget_line"("account_id");

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_company_id_fiscal_year_id_fkey" FOREIGN KEY ("company_id", "fiscal_year_id") REFERENCES "fiscal_year"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_company_id_budget_id_fkey" FOREIGN KEY ("company_id", "budget_id") REFERENCES "budget"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_company_id_account_id_fkey" FOREIGN KEY ("company_id", "account_id") REFERENCES "account"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_company_id_period_id_fkey" FOREIGN KEY ("company_id", "period_id") REFERENCES "fiscal_period"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_company_id_dimension_set_id_fkey" FOREIGN KEY ("company_id", "dimension_set_id") REFERENCES "dimension_set"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE budget ADD CONSTRAINT budget_name_present CHECK (name ~ '\S');
CREATE UNIQUE INDEX budget_line_once ON budget_line (budget_id, account_id, period_id, dimension_set_id) NULLS NOT DISTINCT;

-- A budget is for one year: its periods are those of that year, and the year stays.
CREATE FUNCTION check_budget_year() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_TABLE_NAME = 'budget' THEN
    IF NEW.fiscal_year_id <> OLD.fiscal_year_id THEN
      PERFORM refuse_in_books('budget_year_stays', 'budget', 'a budget stays in its year');
    END IF;
  ELSIF NOT EXISTS (
    SELECT FROM budget AS b JOIN fiscal_period AS p ON p.fiscal_year_id = b.fiscal_year_id
    WHERE b.id = NEW.budget_id AND p.id = NEW.period_id
  ) THEN
    PERFORM refuse_in_books('budget_line_in_year', 'budget_line', 'the period is not of the year of the budget');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER budget_year BEFORE UPDATE OF fiscal_year_id ON budget FOR EACH ROW EXECUTE FUNCTION check_budget_year();
CREATE TRIGGER budget_year BEFORE INSERT OR UPDATE ON budget_line FOR EACH ROW EXECUTE FUNCTION check_budget_year();
