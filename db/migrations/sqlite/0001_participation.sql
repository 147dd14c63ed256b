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
	PRIMARY KEY(`assessment_id`, `id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `opinions_theme_idx` ON `opinions` (`assessment_id`,`theme_id`);