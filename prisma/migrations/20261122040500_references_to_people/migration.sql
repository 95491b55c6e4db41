-- Taking back an import deletes people by the thousand, and each is looked for in every table that may refer to them.
CREATE INDEX "assignment_manager_id_idx" ON "assignment"("manager_id");
CREATE INDEX "app_user_person_id_idx" ON "app_user"("person_id");
