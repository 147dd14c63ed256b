CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user_idx` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user_idx` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`username` text NOT NULL,
	`display_username` text,
	`role` text NOT NULL,
	`disabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `approval_steps` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`step` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`role` text NOT NULL,
	`taken_on` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`, `seq`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `frozen_versions` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`frozen_on` text NOT NULL,
	`frozen_by_id` text NOT NULL,
	`frozen_by` text NOT NULL,
	`case_digest` text NOT NULL,
	`engine_version` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`audit_hash` text NOT NULL,
	`office_seq` integer NOT NULL,
	`office_hash` text NOT NULL,
	`results_digest` text NOT NULL,
	`wording_digest` text NOT NULL,
	`bundle_digest` text NOT NULL,
	`snapshot` text NOT NULL,
	`results` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `public_bundles` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_bundles_code_unique` ON `public_bundles` (`code`);--> statement-breakpoint
CREATE TABLE `report_registry` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`frozen_on` text NOT NULL,
	`case_digest` text NOT NULL,
	`engine_version` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`audit_hash` text NOT NULL,
	`office_seq` integer NOT NULL,
	`office_hash` text NOT NULL,
	`bundle_digest` text NOT NULL,
	`bundle_size` integer NOT NULL,
	`figures` text NOT NULL,
	`state` text NOT NULL,
	`decision` text,
	`decided_on` text,
	`conditions` text NOT NULL,
	`voided` integer NOT NULL,
	`superseded` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_registry_code_unique` ON `report_registry` (`code`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`example` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`decision_body` text NOT NULL,
	`assessor` text NOT NULL,
	`implementer` text NOT NULL,
	`area` text NOT NULL,
	`summary` text NOT NULL,
	`scheme_id` text NOT NULL,
	`expected_event_persons` integer,
	`direct_conditions` text,
	`social_discount_rate` real NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `assessments_updated_idx` ON `assessments` (`updated_at`);--> statement-breakpoint
CREATE TABLE `cash_flow_shares` (
	`assessment_id` text NOT NULL,
	`row` text NOT NULL,
	`party` text NOT NULL,
	`share` real NOT NULL,
	PRIMARY KEY(`assessment_id`, `row`, `party`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `cash_flow_years` (
	`assessment_id` text NOT NULL,
	`year` integer NOT NULL,
	`investment` integer NOT NULL,
	`operation` integer NOT NULL,
	`compensation` integer NOT NULL,
	`mitigation` integer NOT NULL,
	`benefit` integer NOT NULL,
	`revenue` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `year`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `dimension_comments` (
	`assessment_id` text NOT NULL,
	`dimension` text NOT NULL,
	`comment` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `dimension`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `financial_bases` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`benchmark_rate` real NOT NULL,
	`benchmark_source` text NOT NULL,
	`cost_rows` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `findings` (
	`assessment_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`grade` text NOT NULL,
	`evidence` text NOT NULL,
	`scorer_name` text NOT NULL,
	`scored_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `indicator_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `risk_factors` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`catalogue_id` text,
	`category` text NOT NULL,
	`name` text NOT NULL,
	`phases` text NOT NULL,
	`weight` real NOT NULL,
	`initial_probability` real NOT NULL,
	`initial_impact` real NOT NULL,
	`residual_probability` real NOT NULL,
	`residual_impact` real NOT NULL,
	`measures` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `stakeholder_groups` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`effect` text NOT NULL,
	`households` integer NOT NULL,
	`persons` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`assessment_id` text,
	`case_before` text,
	`case_after` text,
	`subject` text,
	`detail` text,
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_assessment_idx` ON `audit_events` (`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_chain_unique` ON `audit_events` (`chain`,`seq`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`group_ids` text NOT NULL,
	`size` text NOT NULL,
	`severity` text NOT NULL,
	`registered_on` text NOT NULL,
	`round_id` text,
	`factor_id` text,
	`events` text NOT NULL,
	`struck` text,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `screening_rounds` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`stage` text NOT NULL,
	`area` text NOT NULL,
	`office` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`manner` text NOT NULL,
	`struck` text,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`assessment_id` text NOT NULL,
	`digest` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `digest`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evidence_links` (
	`assessment_id` text NOT NULL,
	`digest` text NOT NULL,
	`use` text NOT NULL,
	`subject_id` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `digest`, `use`, `subject_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evidence_pieces` (
	`assessment_id` text NOT NULL,
	`digest` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`assessment_id`, `digest`, `position`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `panel_experts` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`field` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `panel_judgements` (
	`assessment_id` text NOT NULL,
	`expert_id` text NOT NULL,
	`factor_id` text NOT NULL,
	`stage` text NOT NULL,
	`probability` real NOT NULL,
	`impact` real NOT NULL,
	PRIMARY KEY(`assessment_id`, `expert_id`, `factor_id`, `stage`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_judgements_factor_idx` ON `panel_judgements` (`assessment_id`,`factor_id`);--> statement-breakpoint
CREATE TABLE `emergency_plans` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `measure_progress` (
	`assessment_id` text NOT NULL,
	`factor_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`state` text NOT NULL,
	`done_on` text,
	`proof` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `factor_id`, `measure_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `post_evaluations` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`evaluation` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `narrative_states` (
	`assessment_id` text NOT NULL,
	`chapter` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `chapter`, `version`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `media_items` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`outlet` text NOT NULL,
	`title` text NOT NULL,
	`published_on` text NOT NULL,
	`link` text NOT NULL,
	`reach` text NOT NULL,
	`tone_first` text NOT NULL,
	`tone_second` text,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `opinion_receipts` (
	`assessment_id` text NOT NULL,
	`receipt_hash` text PRIMARY KEY NOT NULL,
	`origin_id` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `opinion_themes` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`keywords` text NOT NULL,
	`answer` text,
	`reason` text NOT NULL,
	`measure` text NOT NULL,
	`factor_id` text,
	`answered_at` integer,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `opinions` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`origin_id` text NOT NULL,
	`source` text NOT NULL,
	`group_id` text,
	`day` text NOT NULL,
	`text` text NOT NULL,
	`theme_id` text,
	`survey_id` text,
	`struck_as` text,
	`struck_because` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `opinions_theme_idx` ON `opinions` (`assessment_id`,`theme_id`);--> statement-breakpoint
CREATE TABLE `published_answers` (
	`assessment_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`number` integer NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`measure` text NOT NULL,
	`published_on` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `theme_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `paper_batches` (
	`survey_id` text NOT NULL,
	`batch` integer NOT NULL,
	`group_id` text NOT NULL,
	`size` integer NOT NULL,
	`language` text NOT NULL,
	`printed_on` text NOT NULL,
	PRIMARY KEY(`survey_id`, `batch`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `paper_entries` (
	`survey_id` text NOT NULL,
	`batch` integer NOT NULL,
	`n` integer NOT NULL,
	`entered_by` text NOT NULL,
	`envelope` blob NOT NULL,
	PRIMARY KEY(`survey_id`, `batch`, `n`, `entered_by`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `paper_forms` (
	`survey_id` text NOT NULL,
	`batch` integer NOT NULL,
	`n` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`survey_id`, `batch`, `n`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `consultations` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text NOT NULL,
	`host` text NOT NULL,
	`counts` text NOT NULL,
	`minutes` text NOT NULL,
	`notice_on` text,
	`list_on` text,
	`papers_on` text,
	`shortened_because` text NOT NULL,
	`departments` text NOT NULL,
	`experts` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`assessment_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`plan` text NOT NULL,
	`affected` text NOT NULL,
	`objection` text NOT NULL,
	`law` text NOT NULL,
	`contact` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`event_on` text,
	`shortened_because` text NOT NULL,
	`state` text NOT NULL,
	`slug` text,
	`published_on` text,
	`withdrawn_on` text,
	`withdrawn_because` text NOT NULL,
	`corrects` text,
	`postings` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_slug_unique` ON `notices` (`slug`);--> statement-breakpoint
CREATE INDEX `notices_until_idx` ON `notices` (`state`,`until`);--> statement-breakpoint
CREATE TABLE `household_lists` (
	`assessment_id` text NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`source` text NOT NULL,
	`imported_on` text NOT NULL,
	`numbers` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `group_id`, `seq`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sampling_draws` (
	`assessment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`announced_on` text NOT NULL,
	`source` text NOT NULL,
	`reveal_on` text NOT NULL,
	`reason` text NOT NULL,
	`frame_digest` text NOT NULL,
	`strata` text NOT NULL,
	`public_number` text,
	`drawn_on` text,
	`last_tickets` text,
	`digest` text,
	`drawn` text,
	PRIMARY KEY(`assessment_id`, `seq`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sampling_plans` (
	`assessment_id` text NOT NULL,
	`version` integer NOT NULL,
	`saved_on` text NOT NULL,
	`entry` text NOT NULL,
	`strata` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `version`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `code_batches` (
	`survey_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`label` text NOT NULL,
	`issued` integer NOT NULL,
	`left_over` integer,
	`valid_through` text,
	`voided_on` text,
	`void_reason` text,
	`created_on` text NOT NULL,
	PRIMARY KEY(`survey_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `open_text_counts` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`n` integer NOT NULL,
	`masked` integer NOT NULL,
	`named` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `open_texts` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`id` text NOT NULL,
	`text` text NOT NULL,
	`masked` integer NOT NULL,
	`names` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `receipt_leaves` (
	`survey_id` text NOT NULL,
	`leaf` text NOT NULL,
	PRIMARY KEY(`survey_id`, `leaf`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `receipts` (
	`survey_id` text NOT NULL,
	`leaf` text NOT NULL,
	PRIMARY KEY(`survey_id`, `leaf`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `response_counts` (
	`survey_id` text NOT NULL,
	`group_id` text NOT NULL,
	`channel` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `group_id`, `channel`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`survey_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`answers` text NOT NULL,
	PRIMARY KEY(`survey_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sealed_responses` (
	`survey_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`channel` text NOT NULL,
	`envelope` blob NOT NULL,
	PRIMARY KEY(`survey_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_codes` (
	`survey_id` text NOT NULL,
	`digest` text NOT NULL,
	`batch_id` text NOT NULL,
	`group_id` text NOT NULL,
	`state` text NOT NULL,
	`valid_through` text,
	PRIMARY KEY(`survey_id`, `digest`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_links` (
	`survey_id` text NOT NULL,
	`group_id` text NOT NULL,
	`group_name` text NOT NULL,
	`token` text NOT NULL,
	PRIMARY KEY(`survey_id`, `group_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_links_token_unique` ON `survey_links` (`token`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`state` text NOT NULL,
	`questionnaire` text NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`public_key` text,
	`merkle_root` text,
	`unreadable` integer,
	`accepted_at_closing` integer,
	`receipts_at_closing` integer,
	`counted_at_closing` integer,
	`frame` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `surveys_assessment_idx` ON `surveys` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `tally_cells` (
	`survey_id` text NOT NULL,
	`group_id` text NOT NULL,
	`channel` text NOT NULL,
	`question_id` text NOT NULL,
	`cell` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `group_id`, `channel`, `question_id`, `cell`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
