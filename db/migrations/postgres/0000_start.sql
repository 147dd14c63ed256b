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
CREATE TABLE "approval_steps" (
	"assessment_id" text NOT NULL,
	"number" integer NOT NULL,
	"seq" integer NOT NULL,
	"step" json NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"taken_on" text NOT NULL,
	CONSTRAINT "approval_steps_assessment_id_number_seq_pk" PRIMARY KEY("assessment_id","number","seq")
);
--> statement-breakpoint
CREATE TABLE "frozen_versions" (
	"assessment_id" text NOT NULL,
	"number" integer NOT NULL,
	"frozen_on" text NOT NULL,
	"frozen_by_id" text NOT NULL,
	"frozen_by" text NOT NULL,
	"case_digest" text NOT NULL,
	"engine_version" text NOT NULL,
	"audit_seq" integer NOT NULL,
	"audit_hash" text NOT NULL,
	"office_seq" integer NOT NULL,
	"office_hash" text NOT NULL,
	"results_digest" text NOT NULL,
	"wording_digest" text NOT NULL,
	"bundle_digest" text NOT NULL,
	"snapshot" json NOT NULL,
	"results" json NOT NULL,
	CONSTRAINT "frozen_versions_assessment_id_number_pk" PRIMARY KEY("assessment_id","number")
);
--> statement-breakpoint
CREATE TABLE "public_bundles" (
	"assessment_id" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "public_bundles_assessment_id_number_pk" PRIMARY KEY("assessment_id","number")
);
--> statement-breakpoint
CREATE TABLE "report_registry" (
	"assessment_id" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"frozen_on" text NOT NULL,
	"case_digest" text NOT NULL,
	"engine_version" text NOT NULL,
	"audit_seq" integer NOT NULL,
	"audit_hash" text NOT NULL,
	"office_seq" integer NOT NULL,
	"office_hash" text NOT NULL,
	"bundle_digest" text NOT NULL,
	"bundle_size" integer NOT NULL,
	"figures" json NOT NULL,
	"state" text NOT NULL,
	"decision" text,
	"decided_on" text,
	"conditions" text NOT NULL,
	"voided" boolean NOT NULL,
	"superseded" boolean NOT NULL,
	CONSTRAINT "report_registry_assessment_id_number_pk" PRIMARY KEY("assessment_id","number")
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
	"direct_conditions" json,
	"social_discount_rate" double precision NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cash_flow_shares" (
	"assessment_id" text NOT NULL,
	"row" text NOT NULL,
	"party" text NOT NULL,
	"share" double precision NOT NULL,
	CONSTRAINT "cash_flow_shares_assessment_id_row_party_pk" PRIMARY KEY("assessment_id","row","party")
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
	"revenue" bigint NOT NULL,
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
CREATE TABLE "financial_bases" (
	"assessment_id" text PRIMARY KEY NOT NULL,
	"benchmark_rate" double precision NOT NULL,
	"benchmark_source" text NOT NULL,
	"cost_rows" json NOT NULL
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
	"assessment_id" text,
	"case_before" text,
	"case_after" text,
	"subject" text,
	"detail" text,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"subject" text NOT NULL,
	"group_ids" json NOT NULL,
	"size" text NOT NULL,
	"severity" text NOT NULL,
	"registered_on" text NOT NULL,
	"round_id" text,
	"factor_id" text,
	"events" json NOT NULL,
	"struck" json,
	CONSTRAINT "disputes_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "screening_rounds" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"stage" text NOT NULL,
	"area" text NOT NULL,
	"office" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"manner" text NOT NULL,
	"struck" json,
	CONSTRAINT "screening_rounds_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"assessment_id" text NOT NULL,
	"digest" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_files_assessment_id_digest_pk" PRIMARY KEY("assessment_id","digest")
);
--> statement-breakpoint
CREATE TABLE "evidence_links" (
	"assessment_id" text NOT NULL,
	"digest" text NOT NULL,
	"use" text NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "evidence_links_assessment_id_digest_use_subject_id_pk" PRIMARY KEY("assessment_id","digest","use","subject_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_pieces" (
	"assessment_id" text NOT NULL,
	"digest" text NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "evidence_pieces_assessment_id_digest_position_pk" PRIMARY KEY("assessment_id","digest","position")
);
--> statement-breakpoint
CREATE TABLE "panel_experts" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"field" text NOT NULL,
	CONSTRAINT "panel_experts_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_judgements" (
	"assessment_id" text NOT NULL,
	"expert_id" text NOT NULL,
	"factor_id" text NOT NULL,
	"stage" text NOT NULL,
	"probability" double precision NOT NULL,
	"impact" double precision NOT NULL,
	CONSTRAINT "panel_judgements_assessment_id_expert_id_factor_id_stage_pk" PRIMARY KEY("assessment_id","expert_id","factor_id","stage")
);
--> statement-breakpoint
CREATE TABLE "emergency_plans" (
	"assessment_id" text NOT NULL,
	"plan" json NOT NULL,
	CONSTRAINT "emergency_plans_assessment_id_pk" PRIMARY KEY("assessment_id")
);
--> statement-breakpoint
CREATE TABLE "measure_progress" (
	"assessment_id" text NOT NULL,
	"factor_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"state" text NOT NULL,
	"done_on" text,
	"proof" text NOT NULL,
	CONSTRAINT "measure_progress_assessment_id_factor_id_measure_id_pk" PRIMARY KEY("assessment_id","factor_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "post_evaluations" (
	"assessment_id" text NOT NULL,
	"evaluation" json NOT NULL,
	CONSTRAINT "post_evaluations_assessment_id_pk" PRIMARY KEY("assessment_id")
);
--> statement-breakpoint
CREATE TABLE "narrative_states" (
	"assessment_id" text NOT NULL,
	"chapter" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "narrative_states_assessment_id_chapter_version_pk" PRIMARY KEY("assessment_id","chapter","version")
);
--> statement-breakpoint
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
	"struck_as" text,
	"struck_because" text NOT NULL,
	CONSTRAINT "opinions_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "published_answers" (
	"assessment_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"number" integer NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"measure" text NOT NULL,
	"published_on" text NOT NULL,
	CONSTRAINT "published_answers_assessment_id_theme_id_number_pk" PRIMARY KEY("assessment_id","theme_id","number")
);
--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"survey_id" text NOT NULL,
	"batch" integer NOT NULL,
	"group_id" text NOT NULL,
	"size" integer NOT NULL,
	"language" text NOT NULL,
	"printed_on" text NOT NULL,
	CONSTRAINT "paper_batches_survey_id_batch_pk" PRIMARY KEY("survey_id","batch")
);
--> statement-breakpoint
CREATE TABLE "paper_entries" (
	"survey_id" text NOT NULL,
	"batch" integer NOT NULL,
	"n" integer NOT NULL,
	"entered_by" text NOT NULL,
	"envelope" "bytea" NOT NULL,
	CONSTRAINT "paper_entries_survey_id_batch_n_entered_by_pk" PRIMARY KEY("survey_id","batch","n","entered_by")
);
--> statement-breakpoint
CREATE TABLE "paper_forms" (
	"survey_id" text NOT NULL,
	"batch" integer NOT NULL,
	"n" integer NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "paper_forms_survey_id_batch_n_pk" PRIMARY KEY("survey_id","batch","n")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"held_on" text NOT NULL,
	"place" text NOT NULL,
	"host" text NOT NULL,
	"counts" json NOT NULL,
	"minutes" text NOT NULL,
	"notice_on" text,
	"list_on" text,
	"papers_on" text,
	"shortened_because" text NOT NULL,
	"departments" json NOT NULL,
	"experts" json NOT NULL,
	CONSTRAINT "consultations_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"assessment_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"plan" text NOT NULL,
	"affected" text NOT NULL,
	"objection" text NOT NULL,
	"law" text NOT NULL,
	"contact" text NOT NULL,
	"from" text NOT NULL,
	"until" text NOT NULL,
	"event_on" text,
	"shortened_because" text NOT NULL,
	"state" text NOT NULL,
	"slug" text,
	"published_on" text,
	"withdrawn_on" text,
	"withdrawn_because" text NOT NULL,
	"corrects" text,
	"postings" json NOT NULL,
	CONSTRAINT "notices_assessment_id_id_pk" PRIMARY KEY("assessment_id","id")
);
--> statement-breakpoint
CREATE TABLE "household_lists" (
	"assessment_id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" integer NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"source" text NOT NULL,
	"imported_on" text NOT NULL,
	"numbers" json NOT NULL,
	CONSTRAINT "household_lists_assessment_id_group_id_seq_pk" PRIMARY KEY("assessment_id","group_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sampling_draws" (
	"assessment_id" text NOT NULL,
	"seq" integer NOT NULL,
	"announced_on" text NOT NULL,
	"source" text NOT NULL,
	"reveal_on" text NOT NULL,
	"reason" text NOT NULL,
	"frame_digest" text NOT NULL,
	"strata" json NOT NULL,
	"public_number" text,
	"drawn_on" text,
	"last_tickets" json,
	"digest" text,
	"drawn" json,
	CONSTRAINT "sampling_draws_assessment_id_seq_pk" PRIMARY KEY("assessment_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sampling_plans" (
	"assessment_id" text NOT NULL,
	"version" integer NOT NULL,
	"saved_on" text NOT NULL,
	"entry" json NOT NULL,
	"strata" json NOT NULL,
	CONSTRAINT "sampling_plans_assessment_id_version_pk" PRIMARY KEY("assessment_id","version")
);
--> statement-breakpoint
CREATE TABLE "code_batches" (
	"survey_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"label" text NOT NULL,
	"issued" integer NOT NULL,
	"left_over" integer,
	"valid_through" text,
	"voided_on" text,
	"void_reason" text,
	"created_on" text NOT NULL,
	CONSTRAINT "code_batches_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
CREATE TABLE "open_text_counts" (
	"survey_id" text NOT NULL,
	"question_id" text NOT NULL,
	"n" integer NOT NULL,
	"masked" integer NOT NULL,
	"named" integer NOT NULL,
	CONSTRAINT "open_text_counts_survey_id_question_id_pk" PRIMARY KEY("survey_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "open_texts" (
	"survey_id" text NOT NULL,
	"question_id" text NOT NULL,
	"id" text NOT NULL,
	"text" text NOT NULL,
	"masked" integer NOT NULL,
	"names" integer NOT NULL,
	CONSTRAINT "open_texts_survey_id_question_id_id_pk" PRIMARY KEY("survey_id","question_id","id")
);
--> statement-breakpoint
CREATE TABLE "receipt_leaves" (
	"survey_id" text NOT NULL,
	"leaf" text NOT NULL,
	CONSTRAINT "receipt_leaves_survey_id_leaf_pk" PRIMARY KEY("survey_id","leaf")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"survey_id" text NOT NULL,
	"leaf" text NOT NULL,
	CONSTRAINT "receipts_survey_id_leaf_pk" PRIMARY KEY("survey_id","leaf")
);
--> statement-breakpoint
CREATE TABLE "response_counts" (
	"survey_id" text NOT NULL,
	"group_id" text NOT NULL,
	"channel" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "response_counts_survey_id_group_id_channel_pk" PRIMARY KEY("survey_id","group_id","channel")
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
CREATE TABLE "sealed_responses" (
	"survey_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"channel" text NOT NULL,
	"envelope" "bytea" NOT NULL,
	CONSTRAINT "sealed_responses_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_codes" (
	"survey_id" text NOT NULL,
	"digest" text NOT NULL,
	"batch_id" text NOT NULL,
	"group_id" text NOT NULL,
	"state" text NOT NULL,
	"valid_through" text,
	CONSTRAINT "survey_codes_survey_id_digest_pk" PRIMARY KEY("survey_id","digest")
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
	"public_key" text,
	"merkle_root" text,
	"unreadable" integer,
	"accepted_at_closing" integer,
	"receipts_at_closing" integer,
	"counted_at_closing" integer,
	"frame" json,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_cells" (
	"survey_id" text NOT NULL,
	"group_id" text NOT NULL,
	"channel" text NOT NULL,
	"question_id" text NOT NULL,
	"cell" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "tally_cells_survey_id_group_id_channel_question_id_cell_pk" PRIMARY KEY("survey_id","group_id","channel","question_id","cell")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_steps" ADD CONSTRAINT "approval_steps_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_versions" ADD CONSTRAINT "frozen_versions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_bundles" ADD CONSTRAINT "public_bundles_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_registry" ADD CONSTRAINT "report_registry_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_flow_shares" ADD CONSTRAINT "cash_flow_shares_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_flow_years" ADD CONSTRAINT "cash_flow_years_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_comments" ADD CONSTRAINT "dimension_comments_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_bases" ADD CONSTRAINT "financial_bases_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_factors" ADD CONSTRAINT "risk_factors_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stakeholder_groups" ADD CONSTRAINT "stakeholder_groups_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_rounds" ADD CONSTRAINT "screening_rounds_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_experts" ADD CONSTRAINT "panel_experts_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_judgements" ADD CONSTRAINT "panel_judgements_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_plans" ADD CONSTRAINT "emergency_plans_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_progress" ADD CONSTRAINT "measure_progress_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_evaluations" ADD CONSTRAINT "post_evaluations_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narrative_states" ADD CONSTRAINT "narrative_states_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_items" ADD CONSTRAINT "media_items_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_receipts" ADD CONSTRAINT "opinion_receipts_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_themes" ADD CONSTRAINT "opinion_themes_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_answers" ADD CONSTRAINT "published_answers_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_forms" ADD CONSTRAINT "paper_forms_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_lists" ADD CONSTRAINT "household_lists_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampling_draws" ADD CONSTRAINT "sampling_draws_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampling_plans" ADD CONSTRAINT "sampling_plans_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_batches" ADD CONSTRAINT "code_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_text_counts" ADD CONSTRAINT "open_text_counts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_texts" ADD CONSTRAINT "open_texts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_leaves" ADD CONSTRAINT "receipt_leaves_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_counts" ADD CONSTRAINT "response_counts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_responses" ADD CONSTRAINT "sealed_responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "survey_codes_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_cells" ADD CONSTRAINT "tally_cells_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_idx" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_unique" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_unique" ON "users" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "public_bundles_code_unique" ON "public_bundles" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "report_registry_code_unique" ON "report_registry" USING btree ("code");--> statement-breakpoint
CREATE INDEX "assessments_updated_idx" ON "assessments" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "audit_events_assessment_idx" ON "audit_events" USING btree ("assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_chain_unique" ON "audit_events" USING btree ("chain","seq");--> statement-breakpoint
CREATE INDEX "panel_judgements_factor_idx" ON "panel_judgements" USING btree ("assessment_id","factor_id");--> statement-breakpoint
CREATE INDEX "opinions_theme_idx" ON "opinions" USING btree ("assessment_id","theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_slug_unique" ON "notices" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "notices_until_idx" ON "notices" USING btree ("state","until");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_links_token_unique" ON "survey_links" USING btree ("token");--> statement-breakpoint
CREATE INDEX "surveys_assessment_idx" ON "surveys" USING btree ("assessment_id");