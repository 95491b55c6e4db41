/** The one query from which the whole console is generated. */
export const META_QUERY = /* GraphQL */ `
  query ConsoleMeta($language: String!) {
    consoleMeta(language: $language) {
      entities {
        name single plural domain domainLabel label pluralLabel description labelPaths columns
        searchable followable deactivates create update deactivate statusField treeField importable
        fields {
          name kind label description required read create update inputName operators sortable
          groupable measures enumName target currencyField currencyPath backReference
          constraints { maxLength minimum maximum scale }
        }
      }
      actions {
        name label description confirmation entity recordInput payloadField destructive versioned idempotent
        inputs {
          name kind label description required enumName target list defaultFrom section
          constraints { maxLength minimum maximum scale }
        }
      }
      figures {
        name single domain label measureLabel currencyField
        always { name label isRecord enumName dimension }
        dimensions { name label isRecord enumName dimension }
      }
      enums { name values { name label description } }
      readyReports { name title definition resource state roles }
      reports
      explainsAccess
    }
  }
`;
