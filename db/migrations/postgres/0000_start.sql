CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"username" text NOT NULL,
	"display_username" text,
	"role" text NOT NULL,
	"disabled" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"example" boolean NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"decision_body" text NOT NULL,
	"assessor" text NOT NULL,
	"implementer" text NOT NULL,
	"area" text NOT NULL,
	"summary" text NOT NULL,
	"scheme_id" text NOT NULL,
	"expected_event_persons" integer,
	"social_discount_rate" double precision NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cash_flow_years" (
	"assessment_id" text NOT NULL,
	"year" integer NOT NULL,
	"investment" bigint NOT NULL,
	"operation" bigint NOT NULL,
	"compensation" bigint NOT NULL,
	"mitigation" bigint NOT NULL,
	"benefit" bigint NOT NULL,
	CONSTRAINT "cash_flow_years_assessment_id_year_pk" PRIMARY KEY("assessment_id","year")
);
--> statement-breakpoint
CREATE TABLE "dimension_comments" (
	"assessment_id" text NOT NULL,
	"dimension" text NOT NULL,
	"comment" text NOT NULL,
	CONSTRAINT "dimension_comments_assessment_id_dimension_pk" PRIMARY KEY("assessment_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"assessment_id" text NOT NULL,
	"indicator_id" text NOT NULL,
	"grade" text NOT NULL,
	"evidence" text NOT NULL,
	"scorer_name" text NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "findings_assessment_id_indicator_id_pk" PRIMARY KEY("assessment_id","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "risk_factors" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"catalogue_id" text,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"phases" json NOT NULL,
	"weight" double precision NOT NULL,
	"initial_probability" double precision NOT NULL,
	"initial_impact" double precision NOT NULL,
	"residual_probability" double precision NOT NULL,
	"residual_impact" double precision NOT NULL,
	"measures" json NOT NULL,
	CONSTRAINT "risk_factors_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "stakeholder_groups" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"effect" text NOT NULL,
	"households" integer NOT NULL,
	"persons" integer NOT NULL,
	CONSTRAINT "stakeholder_groups_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"assessment_id" text
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"survey_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"channel" text NOT NULL,
	"day" text NOT NULL,
	"answers" json NOT NULL,
	CONSTRAINT "responses_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_links" (
	"survey_id" text NOT NULL,
	"group_id" text NOT NULL,
	"group_name" text NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "survey_links_survey_id_group_id_pk" PRIMARY KEY("survey_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" text PRIMARY KEY NOT NULL,
	"assessment_id" text NOT NULL,
	"state" text NOT NULL,
	"questionnaire" json NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_flow_years" ADD CONSTRAINT "cash_flow_years_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_comments" ADD CONSTRAINT "dimension_comments_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_factors" ADD CONSTRAINT "risk_factors_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stakeholder_groups" ADD CONSTRAINT "stakeholder_groups_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_idx" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_unique" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_unique" ON "users" USING btree ("username");--> statement-breakpoint
CREATE INDEX "assessments_updated_idx" ON "assessments" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "audit_events_assessment_idx" ON "audit_events" USING btree ("assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_links_token_unique" ON "survey_links" USING btree ("token");--> statement-breakpoint
CREATE INDEX "surveys_assessment_idx" ON "surveys" USING btree ("assessment_id");