CREATE TABLE "media_items" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"outlet" text NOT NULL,
	"title" text NOT NULL,
	"published_on" text NOT NULL,
	"link" text NOT NULL,
	"reach" text NOT NULL,
	"tone_first" text NOT NULL,
	"tone_second" text,
	CONSTRAINT "media_items_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "opinion_receipts" (
	"assessment_id" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"origin_id" text NOT NULL,
	CONSTRAINT "opinion_receipts_receipt_hash_pk" PRIMARY KEY("receipt_hash")
);
--> statement-breakpoint
CREATE TABLE "opinion_themes" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"keywords" json NOT NULL,
	"answer" text,
	"reason" text NOT NULL,
	"measure" text NOT NULL,
	"factor_id" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "opinion_themes_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"origin_id" text NOT NULL,
	"source" text NOT NULL,
	"group_id" text,
	"day" text NOT NULL,
	"text" text NOT NULL,
	"theme_id" text,
	"survey_id" text,
	CONSTRAINT "opinions_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
ALTER TABLE "media_items" ADD CONSTRAINT "media_items_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_receipts" ADD CONSTRAINT "opinion_receipts_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_themes" ADD CONSTRAINT "opinion_themes_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opinions_theme_idx" ON "opinions" USING btree ("assessment_id","theme_id");