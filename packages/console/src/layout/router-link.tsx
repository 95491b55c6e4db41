import { Link as MuiLink, type LinkProps } from '@mui/material';
import { Link } from 'react-router-dom';

/** A link within the console. */
export function RouterLink({ to, ...rest }: LinkProps<typeof Link, { to: string }>) {
  return <MuiLink component={Link} to={to} {...rest} />;
}
