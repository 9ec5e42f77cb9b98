import { alert, notification, otp } from 'sms-delivery-state'
import { sql, type Policies } from 'sms-delivery-state/sql'

export const store = sql('postgres')

/** A policy for each flow. A new version of a policy is a new flow: `otp-2`. */
export const policies: Policies = { otp, alert, notification }

/**
 * Makes all tables; running it again changes nothing, also where workers start together. `outgoing`
 * is what your product wants to send, `unread` every receipt that could not be read in full.
 */
export const schema = `${store.schema}
CREATE TABLE IF NOT EXISTS outgoing (
  message_id text PRIMARY KEY,
  flow text NOT NULL,
  recipient text NOT NULL,
  body text NOT NULL
);
CREATE TABLE IF NOT EXISTS unread (
  provider text,
  received_at double precision,
  hash bytea,
  raw bytea NOT NULL,
  issues text NOT NULL,
  PRIMARY KEY (provider, received_at, hash)
);`
