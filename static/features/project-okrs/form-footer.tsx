/** Cancel and submit of a dialog's form. */
import Button from '@atlaskit/button/new';

export const FormFooter = ({
  submit,
  busy,
  maySubmit = true,
  onCancel,
}: {
  readonly submit: string;
  readonly busy: boolean;
  readonly maySubmit?: boolean;
  readonly onCancel: () => void;
}) => (
  <>
    <Button appearance="subtle" onClick={onCancel} isDisabled={busy}>
      Cancel
    </Button>
    <Button appearance="primary" type="submit" isLoading={busy} isDisabled={!maySubmit}>
      {submit}
    </Button>
  </>
);
