/**
 * Slack's limits in one place, in characters or in pieces. A comment names the page of
 * docs.slack.dev/reference/block-kit that each group was read on, all on 2026-11-23.
 */
export const LIMITS = {
  /** blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  /** Not documented: msg_blocks_too_long is reported from about 13,200 (slackapi/bolt-js issue 2509). */
  payloadCharacters: 12_000,
  /** docs.slack.dev/reference/methods/chat.postMessage: longer text is cut */
  messageText: 40_000,
  /** docs.slack.dev/reference/methods/assistant.threads.setStatus */
  loadingMessages: 10,
  /** blocks/section-block */
  sectionText: 3000,
  fieldText: 2000,
  fields: 10,
  /** blocks/header-block */
  headerText: 150,
  /** blocks/context-block, blocks/actions-block, blocks/context-actions-block */
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  /** block-elements/button-element; also the labels of feedback buttons */
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  accessibilityLabel: 75,
  /** composition-objects/option-object, block-elements/select-menu-element */
  optionText: 75,
  optionValue: 150,
  options: 100,
  /** blocks: block_id; block-elements: action_id */
  id: 255,
  /** blocks/table-block; one a message was found in use, not in the documentation */
  tableRows: 100,
  tableColumns: 20,
  tablesPerMessage: 1,
  /** blocks/data-table-block; where sources disagree, the stricter; rows without the head */
  dataTableRows: 100,
  dataTableCharacters: 10_000,
  dataTablePage: 100,
  /** block-elements/overflow-menu-element, checkboxes-element, radio-button-element */
  overflowOptions: 5,
  choiceOptions: 10,
  /** blocks/alert-block */
  alertText: 200,
  /**
   * blocks/data-visualization-block; where sources disagree, the stricter. Two charts a message were
   * found in use, not in the documentation.
   */
  chartsPerMessage: 2,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartCategories: 20,
  /** blocks/image-block */
  altText: 2000,
  imageTitle: 2000,
  /** docs.slack.dev/reference/views */
  viewTitle: 24,
  privateMetadata: 3000,
  /** blocks/input-block, block-elements/plain-text-input-element */
  inputLabel: 2000,
  placeholder: 150,
  inputValue: 3000,
  /** blocks/plan-block, blocks/task-card-block: none are documented; as a header and a button */
  planTitle: 150,
  taskTitle: 150,
  /** blocks/markdown-block: all of a message's together */
  markdownText: 12_000,
} as const
