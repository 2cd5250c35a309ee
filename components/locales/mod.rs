//! Every text that a user sees, in every language; a language that lacks one does not compile.

mod en;
mod faults;
mod rules;
mod vi;

pub use faults::{count_fault, date_fault, draft_fault, file_fault, finding_words, open_fault, save_fault, when_fault};
pub use rules::{rule_source, rule_why};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language of a code; Vietnamese for any that is not known.
    pub fn from_code(code: &str) -> Self {
        if code.trim().to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Vi }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Its texts.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::Vi => &vi::MESSAGES,
            Self::En => &en::MESSAGES,
        }
    }
}

/// Puts values into the places of a text: `{name}`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

macro_rules! messages {
    ($($name:ident)+) => {
        /// The texts of a language, by what they say. Places for values stand in braces.
        // The name of a text is its description; its Vietnamese is in vi.rs.
        #[allow(missing_docs)]
        pub struct Messages { $(pub $name: &'static str,)+ }
    };
}

messages! {
    // The frame of the screen.
    app other_language close back next previous print print_hint print_refused undo redo file_error
    // Home and drafts.
    start_plan start_plan_hint from_backup from_backup_hint in_progress no_drafts saved_here unreadable complete lacks
    open rename duplicate delete backup deleted restored undo_it opened_backup name untitled copy_of used_space used_space_high raw_file
    // Saving.
    saved_at saving saved_session failed_full failed_refused conflict not_read_back from_previous gone newer damaged not_json not_a_draft bad_value
    // Templates.
    choose_template choose_template_hint use_template
    template_dang_uy template_ubnd template_mttq template_chung template_bi_thu template_doi_tuong template_thanh_nien template_trong
    template_dang_uy_hint template_ubnd_hint template_mttq_hint template_chung_hint template_bi_thu_hint template_doi_tuong_hint
    template_thanh_nien_hint template_trong_hint
    // Cards and fields.
    move_up move_down remove insert insert_fact show_calendar question_tab sheet_tab
    // The steps.
    steps step_organ step_bases step_purpose step_content step_conferences step_participants step_agenda step_collecting step_assignments
    step_recipients step_outline step_check step_done step_lacks
    // Organ and number.
    organ organ_n add_organ system system_state system_party system_front tier tier_commune tier_province tier_district kind kind_ubnd
    kind_party kind_front kind_other unit_sort unit_name superior_sort superior_name full_name full_name_hint head_superior head_own head_own_hint
    symbol symbol_hint collective more_names number number_hint place place_hint issued issued_hint year year_hint title_field title_hint event_field
    event_hint draft_mark draft_mark_none draft_mark_plain draft_mark_round format format_auto format_nd30 format_hd36 format_hd05 format_medium
    two_sided
    // Legal bases.
    citation_n add_citation citation_kind citation_number citation_date citation_issuer citation_about citation_preview bases_hint
    // Free paragraphs.
    part_words paragraph add_paragraph marker marker_none marker_dash marker_plus marker_number marker_paren marker_letter purpose_hint
    preamble closing no_purpose
    // Subjects and method.
    subject_n add_subject subject_text subject_fields subject_fields_hint subject_conference all_conferences method_n add_method subjects methods
    // Conferences.
    conference_n round_n add_conference add_round conference_kind kind_main kind_round audience audience_hint conference_name conference_name_hint
    when when_hint venue venue_state venue_at venue_announced limits limit_n add_limit limit_kind limit_announce limit_publish
    limit_answer limit_report limit_other limit_when limit_hint
    // Participants.
    circle_n add_circle circle_role role_chair role_dialogue role_attend role_guest circle_heading participant_n add_participant who quota quota_none
    quota_exact quota_about quota_share quota_all quota_count quota_noun quota_per quota_per_hint quota_units total_is total_unknown
    // Agenda.
    agenda_start agenda_start_hint agenda_n add_agenda agenda_text agenda_minutes agenda_sum agenda_open
    // Collecting.
    form_title form_title_hint handed_out_by handed_out_to return_by merged_by merge_by collecting_hint
    // Assignments.
    assignment_n add_assignment agency stage stage_preparation stage_execution assignment_layout layout_headed layout_run_in layout_sentence task_n
    add_task task_text deadline add_deadline deadline_hint
    // Recipients and signature.
    recipients recipient_n add_recipient recipient_who recipient_purpose filed filed_hint signatures signatory_n add_signatory power
    power_collective power_deputy power_own power_own_deputy power_order power_authorisation power_acting power_of position signer
    signer_hint standing_office power_misfit
    // Outline.
    part_n add_part add_subpart part_heading run_in list_is as_table list_bases list_subjects list_methods list_audiences list_conference_subjects
    list_times list_venues list_times_venues list_circles list_circle list_total list_agenda list_collecting list_assignments outline_hint

    // Check.
    check_hint check_none check_count go_there not_provided change check_summary
    // The sheet.
    text_long part_text faults_title wording_of wording_default page_of zoom_in zoom_out fit_width paper_label format_note
    // Faults of values.
    fault_not_a_date fault_no_such_day fault_month fault_year fault_weekday fault_not_understood fault_quarter fault_time fault_backwards
    fault_count fault_time_fit fault_not_a_number fault_negative fault_too_large
    // Forms.
    print_blank print_blank_hint choose_form choose_form_hint use_form form_step_settings form_step_blocks
    form_step_lots back_to_plan design_form form_name form_subtitle form_subtitle_hint paper_size paper_a4 paper_a5
    paper_a5_two paper_landscape form_model form_model_hint form_numbered form_secret form_headed form_sealed
    form_enclosed form_counted form_unit form_unit_hint form_superior form_superior_hint design_none design_keys_title design_keys chosen_n group_section choose_section choose_all many_questions many_questions_hint many_questions_take own_blocks own_keep own_kept own_remove own_removed in_place_item drag_here lines_edge palette
    family_question family_ballot family_frame family_layout block_open block_single block_multiple
    block_agree block_scale block_grid block_ranking block_number block_date block_table block_persons
    block_strike_out block_statement block_respondent block_consent block_signature block_key block_return
    block_validity block_section block_page_break block_kind block_title block_heading block_text block_place_date
    block_help block_options block_columns_list block_fields block_signers block_names block_unit block_ends
    block_lines_list block_rows one_a_line one_a_line_parts block_free_rows block_lines block_levels block_columns block_other
    block_split block_unnumbered lots_hint add_lot lot_n lot_name lot_head lot_copies paste_list paste_list_hint
    paste_take serials first_serial first_serial_hint copies_n sheets_needed print_copies print_batch no_copies
    form_y_kien form_y_kien_hint form_gop_y form_gop_y_hint form_phat_bieu form_phat_bieu_hint form_ho form_ho_hint
    form_cu_tri form_cu_tri_hint form_danh_dau form_danh_dau_hint form_gach_ten form_gach_ten_hint form_hai_long
    form_hai_long_hint form_trong form_trong_hint
    // Checks of forms.
    form_two_sided print_handout save_form form_corners form_step_check form_check_hint form_check_none finding_error finding_warning finding_advice fix_it
    find_empty_title find_title_too_long find_choice_without_options find_rows_missing find_option_empty
    find_option_twice find_no_other_line find_scale find_too_many_columns find_grid_too_wide find_page_break_twice
    find_two_up find_personal_data find_serial find_validity find_consent find_return_missing find_return_after
    find_return_before find_lot_twice find_copies find_overflow find_header_too_long find_footer_too_long
    // Printing a batch.
    building_copies cancel print_cancelled
    // Margins and stubs of forms.
    form_header form_header_hint form_footer form_footer_hint form_stub
    // Names of steps for undo.
    did_settings did_title did_event did_registration did_organ did_citation did_subject did_method did_conference did_circle did_agenda did_limit
    did_assignment did_recipient did_signatory did_collecting did_outline did_name did_filed did_form removed_n removed_named
    // The papers beside the plan, and what becomes known around the conference.
    paste_assignments choose_none agenda_clash course_backwards count_returned_more count_validity count_answers
    count_agree_more added_n count_n paper_enclose papers papers_open papers_hint papers_chosen papers_before papers_at papers_after save_all print_all
    print_all_of building_papers no_table back_to_papers paper_take paper_not_begun paper_plan paper_form
    paper_letter paper_invitation paper_notice paper_broadcast paper_agenda paper_guests paper_rules
    paper_timetable paper_speaker paper_register paper_sign_in paper_handout paper_digest paper_tally paper_count
    paper_minutes paper_conclusion paper_report paper_banner word_with_draft word_with_draft_hint paper_each
    paper_two_up passages passages_hint passage_n passage_usual paper_foot paper_other_organ paper_own_recipients
    paper_signatories_hint course course_chair course_secretary course_held course_held_hint course_attended
    course_began course_ended invitees invitees_hint add_invitee invitee_n invitee_name invitee_office role
    paste_invitees opinions add_opinion opinion_n opinion_text opinion_by opinion_from opinion_field
    opinion_repeated opinion_level opinion_outcome opinion_answered_by opinion_result level_commune level_province
    level_centre outcome_open outcome_answered outcome_assigned outcome_passed_on paste_opinions counts
    counts_matter counts_from_lots add_count count_households count_issued count_returned count_valid count_invalid
    count_agree count_disagree count_other paste_counts resolutions add_resolution resolution_n resolution_text
    resolution_agency did_paper did_proceedings did_invitee did_opinion did_count did_resolution opened_edited
    file_other file_pdf file_old file_damaged file_large file_no_draft
    // An old paper comes in.
    from_old from_old_hint import_title import_lead import_file import_paste import_paste_hint import_read import_check import_make import_another
    import_nothing import_unnamed import_made import_source import_source_hint import_more_lines import_line_is import_told import_free import_left_out
    import_keep import_reworded import_total import_lines import_steps import_tasks to_be_announced
    as_left_out as_head as_title as_addressee as_heading as_body as_joined as_basis as_conference as_participant as_agenda_step as_task as_recipient
    as_signature as_kept
    told_organ told_number told_issued told_title told_addressees told_citations told_conferences told_participants told_agenda told_assignments
    told_limits told_recipients told_signature
    debris_page debris_stamp debris_foreign debris_initials debris_rule debris_around debris_frame debris_other debris_chosen
    file_empty file_binary file_rich_text file_pictures file_tcvn3 file_vni file_encoding file_language
    // The rules of a plan: what they find, and why.
    rules_title rules_none rule_why rule_source rule_custom rule_medium rule_off rules_off rule_on days_title
    days_hint days_day days_add_off days_add_worked days_off days_worked did_rule holiday_new_year holiday_tet
    holiday_hung_kings holiday_reunification holiday_labour holiday_national_day holiday_entered
    find_issued_before_citation find_citation_twice find_citation_other_date find_citation_symbol find_number_unfit
    find_signature_unfit find_marks_of_other_system find_announce_too_late find_publish_too_late
    find_deadline_too_late find_return_after_digest find_other_year find_year_in_words find_date_without_year find_conference_on_holiday
    find_conference_on_weekend find_agenda_too_long find_guests_do_not_add_up find_nobody_announces
    find_nobody_collects find_nobody_answers find_task_without_copy find_spelled_two_ways find_body_ended
    find_number_twice find_part_gone find_empty_part find_placeholder_left find_tone_mixed why_issued_before_citation
    why_citation_twice why_citation_other_date why_citation_symbol why_number_unfit why_signature_unfit
    why_marks_of_other_system why_announce_too_late why_publish_too_late why_deadline_too_late why_return_after_digest
    why_other_year why_year_in_words why_date_without_year why_conference_on_holiday why_conference_on_weekend why_agenda_too_long
    why_guests_do_not_add_up why_nobody_announces why_nobody_collects why_nobody_answers why_task_without_copy
    why_spelled_two_ways why_body_ended why_number_twice why_part_gone why_empty_part why_placeholder_left
    why_tone_mixed
    // An old plan moved to this year; two versions side by side.
    renew_to renew_hint renew_title renew_lead renew_year renew_none renew_apply renew_copy renewed
    renew_conference renew_deadline renew_dates renew_years renew_number renew_issued renew_ended
    renew_ended_hint renew_proceedings renew_invitees renew_citation renew_citation_hint renew_signer
    renew_signer_hint entries_n did_renew compare compare_title compare_with compare_previous compare_nothing
    compare_facts compare_facts_none compare_text compare_same compare_legend compare_only mark_deleted
    mark_inserted fact_total fact_agenda_start fact_return fact_merge fact_announce fact_publish fact_answer
    fact_report
    // The timeline.
    // Drafts: who may write them, their copies, their files.
    not_saved_here leave_unsaved open_elsewhere rename_elsewhere take_over taking_over take_refused newer_shown newer_elsewhere mine_is_not_kept
    version_not_kept version_not_taken version_of_tab_saved back_to_form removed_elsewhere save_again copy_of_window take_theirs keep_as_new see_difference
    hide_difference mine_is_kept is_newer is_copy versions versions_lead versions_none version_name version_keep
    version_unnamed version_kept version_of_tab version_automatic version_take version_taken version_before did_version
    backup_at backup_old backup_due backup_all opened_all opened_all_but own_page
    kept_where kept_file remove_everything remove_everything_sure remove_everything_now everything_removed
    paper_timeline timeline_open timeline_hint
}

impl Messages {
    /// The name of a step, as a history calls it.
    pub fn step_name(&self, name: &str) -> &'static str {
        match name {
            "title" => self.did_title,
            "event" => self.did_event,
            "registration" => self.did_registration,
            "organ" => self.did_organ,
            "citation" => self.did_citation,
            "subject" => self.did_subject,
            "method" => self.did_method,
            "conference" => self.did_conference,
            "circle" => self.did_circle,
            "agenda" => self.did_agenda,
            "limit" => self.did_limit,
            "assignment" => self.did_assignment,
            "recipient" => self.did_recipient,
            "signatory" => self.did_signatory,
            "collecting" => self.did_collecting,
            "outline" => self.did_outline,
            "name" => self.did_name,
            "filed" => self.did_filed,
            "form" => self.did_form,
            "paper" => self.did_paper,
            "proceedings" => self.did_proceedings,
            "invitee" => self.did_invitee,
            "opinion" => self.did_opinion,
            "count" => self.did_count,
            "resolution" => self.did_resolution,
            "rule" => self.did_rule,
            "renew" => self.did_renew,
            "version" => self.did_version,
            _ => self.did_settings,
        }
    }
}
